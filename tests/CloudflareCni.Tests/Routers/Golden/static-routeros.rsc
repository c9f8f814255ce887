# MikroTik RouterOS 7.20 or later: the customer's end of a Cloudflare Network Interconnect
# CNI lab2 (95438b29-4588-42a7-b0a4-9aba192dd613) on interconnect fra03-fr5-18, account 5a9d0b0c4f7e4c1d8e2f6a7b3c9d1e20
#
# Review this text before you use it. It adds to the router's configuration and doesn't remove anything.
# - WARNING: The interface sfp-sfpplus1 is an example. Use -InterfaceName to specify your router's interface.
# - This CNI has no BGP session. Static routes lead to Cloudflare, and Cloudflare's routes to you are set in the Magic routing table.
# - Load it with "/import file-name=<file>". The syntax comes from the documentation and wasn't tested on a router.
# - The MTU is the size of the IP packet and limits outgoing packets. The L2 MTU is separate and must have room for 1500 bytes.
# - The address is a host address with the other end as its network, which works on every release, with or without support for /31.

/interface ethernet set [ find name="sfp-sfpplus1" ] mtu=1476 comment="Cloudflare CNI lab2 fra03-fr5-18"
/ip address add address=172.24.0.16/32 network=172.24.0.17 interface="sfp-sfpplus1" comment="Cloudflare CNI lab2 fra03-fr5-18"
/ip route add dst-address=0.0.0.0/0 gateway=172.24.0.17 comment="CNI-LAB2"
/ip route add dst-address=10.0.0.0/8 gateway=172.24.0.17 comment="CNI-LAB2"
