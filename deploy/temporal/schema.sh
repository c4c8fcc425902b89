#!/bin/sh
# Temporal's tables, made or brought up to this version. Safe to run again.
set -eu

schema=/etc/temporal/schema/postgresql/v12

tool() {
    database=$1
    shift
    temporal-sql-tool --plugin postgres12 --ep "$SQL_HOST" -p 5432 -u temporal --db "$database" "$@"
}

for each in temporal:temporal temporal_visibility:visibility; do
    tool "${each%:*}" setup-schema -v 0.0
    tool "${each%:*}" update-schema -d "$schema/${each#*:}/versioned"
done
