#!/usr/bin/env bash
# Runs a command in a network namespace of its own, which has no route to anywhere.
#
# usage: unplugged.sh COMMAND [ARGUMENT...]
# Only the loopback interface is there, for browsers that are driven and servers that are asked over it.
# The namespace is looked at from inside before the command starts: with a route or a second network
# interface in it the script stops with status 2, else it prints that there is none. Where the system
# has no such namespaces (macOS, or a user who may not make one) a line says so and the command runs
# with the network as it is.
set -euo pipefail

if [ "${1:-}" = --inside ]; then
  shift
  ip link set lo up
  # Routes of IPv6 that no interface but loopback has, such as that to ::1, lead nowhere.
  routes=$(tail -n +2 /proc/net/route; grep -vE ' lo$' /proc/net/ipv6_route 2>/dev/null || true)
  interfaces=$(tail -n +3 /proc/net/dev | grep -vE '^ *lo:' || true)
  if [ -n "$routes$interfaces" ]; then
    echo "check/unplugged: the namespace has a way out: $routes $interfaces" >&2
    exit 2
  fi
  echo "unplugged: no route, no interface but loopback"
  exec "$@"
fi

[ $# -gt 0 ] || { echo "usage: unplugged.sh COMMAND [ARGUMENT...]" >&2; exit 2; }
for how in --net "--map-root-user --net"; do
  # shellcheck disable=SC2086 # two options
  if unshare $how true 2>/dev/null; then
    exec unshare $how "${BASH_SOURCE[0]}" --inside "$@"
  fi
done
echo "check/unplugged: no network namespaces here; $(basename "$1") runs with the network as it is" >&2
exec "$@"
