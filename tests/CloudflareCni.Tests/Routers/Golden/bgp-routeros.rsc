# MikroTik RouterOS 7.20 or later: the customer's end of a Cloudflare Network Interconnect
# CNI lab1 (95438b29-4588-42a7-b0a4-9aba192dd613) on interconnect fra03-fr5-18, account 5a9d0b0c4f7e4c1d8e2f6a7b3c9d1e20
# Description: Uplink A
#
# Review this text before you use it. It adds to the router's configuration and doesn't remove anything.
# - WARNING: The interface sfp-sfpplus1 is an example. Use -InterfaceName to specify your router's interface.
# - Only the prefixes in -AdvertisePrefix are advertised, without more specific ones. A prefix is advertised only while the router has a route for it.
# - Only the prefixes in -ImportPrefix are accepted, without more specific ones.
# - Load it with "/import file-name=<file>". The syntax comes from the documentation and wasn't tested on a router.
# - The MTU is the size of the IP packet and limits outgoing packets. The L2 MTU is separate and must have room for 1500 bytes.
# - The address is a host address with the other end as its network, which works on every release, with or without support for /31.
# - This text doesn't set ECMP. Check what your release does with two CNIs that offer the same route.

/interface ethernet set [ find name="sfp-sfpplus1" ] mtu=1500 comment="Cloudflare CNI lab1 fra03-fr5-18"
/ip address add address=172.24.0.16/32 network=172.24.0.17 interface="sfp-sfpplus1" comment="Cloudflare CNI lab1 fra03-fr5-18"
# Accepted from Cloudflare:
/routing filter rule add chain=cni-lab1-in rule="if (dst == 0.0.0.0/0) { accept }"
/routing filter rule add chain=cni-lab1-in rule="if (dst == 10.0.0.0/8) { accept }"
/routing filter rule add chain=cni-lab1-in rule="reject"
# Advertised to Cloudflare:
/routing filter rule add chain=cni-lab1-out rule="if (dst == 198.51.100.0/24) { append bgp-communities 13335:60050; accept }"
/routing filter rule add chain=cni-lab1-out rule="if (dst == 203.0.113.0/24) { append bgp-communities 13335:60050; accept }"
/routing filter rule add chain=cni-lab1-out rule="reject"
/ip firewall address-list add list=cni-lab1-out address=198.51.100.0/24
/ip firewall address-list add list=cni-lab1-out address=203.0.113.0/24

/routing bgp instance add name=cni-lab1 as=64512 router-id=172.24.0.16
/routing bgp connection add name=cni-lab1 instance=cni-lab1 local.address=172.24.0.16 local.role=ebgp remote.address=172.24.0.17/32 remote.as=13335 tcp-md5-key="CniLab-2026-x7Qz" hold-time=90s keepalive-time=30s input.filter=cni-lab1-in input.limit-process-routes-ipv4=1000 input.allow-as=1 output.filter-chain=cni-lab1-out output.network=cni-lab1-out
