#!/bin/sh
# A database and a user of its own for each part. PostgreSQL's image runs this once, when its volume is empty.
set -eu

# The password goes in by standard input, so that no list of processes shows it.
create() {
    psql --no-psqlrc --quiet --set=ON_ERROR_STOP=1 --set=user="$1" --username=postgres --dbname=postgres <<SQL
\\getenv password $2
SET log_min_duration_statement = -1;
SET log_min_error_statement = panic;
CREATE ROLE :"user" LOGIN PASSWORD :'password';
SQL
    user=$1
    shift 2
    for database; do
        psql --no-psqlrc --quiet --set=ON_ERROR_STOP=1 --set=user="$user" --set=database="$database" \
            --username=postgres --dbname=postgres <<'SQL'
CREATE DATABASE :"database" OWNER :"user";
REVOKE ALL ON DATABASE :"database" FROM PUBLIC;
SQL
    done
}

create meedoen MEEDOEN_DB_PASSWORD meedoen
create temporal TEMPORAL_DB_PASSWORD temporal temporal_visibility
create keycloak KEYCLOAK_DB_PASSWORD keycloak
