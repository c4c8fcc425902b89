#!/bin/sh
# Makes .env from .env.example, with a fresh secret for each password. An .env that is there stays as it is.
set -eu
cd "$(dirname "$0")/.."

if [ -e .env ]; then
    echo ".env is there already: it stays as it is." >&2
    exit 1
fi

secret() {
    LC_ALL=C tr -dc 'A-Za-z0-9' < /dev/urandom | head -c 40
}

umask 077
while IFS= read -r line; do
    case $line in
        \#*) echo "$line" ;;
        *_PASSWORD=) echo "$line$(secret)" ;;
        *) echo "$line" ;;
    esac
done < .env.example > .env.new
mv .env.new .env
echo "Made .env: read it through, set the addresses, and keep a copy where secrets are kept."
