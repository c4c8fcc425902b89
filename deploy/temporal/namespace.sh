#!/bin/sh
# Temporal's namespace, with its retention and search attribute. Safe to run again. The address and the name come
# from TEMPORAL_ADDRESS and TEMPORAL_NAMESPACE, which Temporal's own command line reads.
set -eu

: "${TEMPORAL_ADDRESS:?}" "${TEMPORAL_NAMESPACE:?}"

# Ten years: a case outlives many runs, and auditors ask for them.
retention=3650d

# A server that has just started needs a while, and so does a namespace until every service knows it.
again() {
    tries=30
    until "$@"; do
        tries=$((tries - 1))
        [ "$tries" -gt 0 ] || { echo "Gave up on: $*" >&2; exit 1; }
        sleep 2
    done
}

namespace() {
    if temporal operator namespace describe --namespace "$TEMPORAL_NAMESPACE" >/dev/null 2>&1; then
        temporal operator namespace update --namespace "$TEMPORAL_NAMESPACE" --retention "$retention"
    else
        temporal operator namespace create --namespace "$TEMPORAL_NAMESPACE" --retention "$retention" \
            --description "Meedoen"
    fi
}

again temporal operator cluster health
again namespace
again temporal operator search-attribute create --namespace "$TEMPORAL_NAMESPACE" --name Municipality --type Keyword
echo "The namespace $TEMPORAL_NAMESPACE is ready."
