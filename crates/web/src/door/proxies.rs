//! Whose word about a request's origin is taken: reverse proxies that were named, and nobody else.

use std::net::IpAddr;
use std::str::FromStr;

/// Addresses that begin alike: `192.168.0.0/16`, or one address.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Network {
    address: IpAddr,
    length: u8,
}

/// A text that names no network.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
#[error("an address such as 127.0.0.1, or a network such as 192.168.0.0/16")]
pub struct NotANetwork;

impl FromStr for Network {
    type Err = NotANetwork;

    fn from_str(text: &str) -> Result<Self, NotANetwork> {
        let (address, length) = text.split_once('/').map_or((text, None), |(address, length)| (address, Some(length)));
        let address: IpAddr = address.trim().parse().map_err(|_| NotANetwork)?;
        let whole = if address.is_ipv4() { 32 } else { 128 };
        let length = length.map_or(Ok(whole), |length| length.trim().parse().map_err(|_| NotANetwork))?;
        (length <= whole).then_some(Self { address, length }).ok_or(NotANetwork)
    }
}

impl Network {
    /// Whether an address is in it.
    pub fn holds(self, address: IpAddr) -> bool {
        match (self.address.to_canonical(), address.to_canonical()) {
            (IpAddr::V4(own), IpAddr::V4(other)) => {
                let differ = u32::from(own) ^ u32::from(other);
                differ.leading_zeros() >= u32::from(self.length.min(32))
            }
            (IpAddr::V6(own), IpAddr::V6(other)) => {
                let differ = u128::from(own) ^ u128::from(other);
                differ.leading_zeros() >= u32::from(self.length)
            }
            _ => false,
        }
    }
}

/// The address that a request comes from: of the hops that are told of, the nearest one that is no proxy of ours. Whoever
/// stands before it could have written anything further to the left.
pub(super) fn client(peer: IpAddr, forwarded_for: &str, trusted: &[Network]) -> IpAddr {
    let is_ours = |address: IpAddr| trusted.iter().any(|network| network.holds(address));
    let mut nearest = peer;
    for hop in forwarded_for.rsplit(',') {
        if !is_ours(nearest) {
            break;
        }
        let Some(address) = address_in(hop.trim()) else { break };
        nearest = address;
    }
    nearest
}

/// Some proxies add a port: `192.0.2.1:4711`, `[2001:db8::1]:4711`.
fn address_in(hop: &str) -> Option<IpAddr> {
    let bare = hop.trim_start_matches('[').split(']').next()?;
    bare.parse().ok().or_else(|| hop.split(':').next()?.parse().ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn trusted(networks: &[&str]) -> Vec<Network> {
        networks.iter().map(|network| network.parse().unwrap()).collect()
    }

    #[test]
    fn networks_hold_the_addresses_that_begin_alike() {
        for (network, address, holds) in [
            ("127.0.0.1", "127.0.0.1", true),
            ("127.0.0.1", "127.0.0.2", false),
            ("127.0.0.1", "::ffff:127.0.0.1", true),
            ("192.168.0.0/16", "192.168.77.1", true),
            ("192.168.0.0/16", "192.169.0.1", false),
            ("0.0.0.0/0", "8.8.8.8", true),
            ("0.0.0.0/0", "::1", false),
            ("fd00::/8", "fd12::1", true),
            ("fd00::/8", "fe80::1", false),
            ("::/0", "2001:db8::1", true),
        ] {
            let network: Network = network.parse().unwrap();
            assert_eq!(network.holds(address.parse().unwrap()), holds, "{network:?} {address}");
        }
        for odd in ["", "proxy", "1.2.3.4/33", "1.2.3.4/-1", "1.2.3.4/", "::1/129"] {
            assert_eq!(odd.parse::<Network>(), Err(NotANetwork), "{odd}");
        }
    }

    #[test]
    fn only_the_word_of_our_own_proxies_is_taken() {
        let ours = trusted(&["127.0.0.1", "10.0.0.0/8"]);
        for (peer, forwarded, client_is) in [
            ("127.0.0.1", "", "127.0.0.1"),
            ("127.0.0.1", "203.0.113.9", "203.0.113.9"),
            // What stands further to the left, the client could have written.
            ("127.0.0.1", "1.1.1.1, 203.0.113.9", "203.0.113.9"),
            ("127.0.0.1", "1.1.1.1, 203.0.113.9, 10.0.0.7", "203.0.113.9"),
            ("127.0.0.1", "10.0.0.7", "10.0.0.7"),
            ("127.0.0.1", "203.0.113.9, nonsense", "127.0.0.1"),
            ("127.0.0.1", "[2001:db8::1]:4711", "2001:db8::1"),
            ("127.0.0.1", "2001:db8::1", "2001:db8::1"),
            ("127.0.0.1", "203.0.113.9:4711", "203.0.113.9"),
            // A stranger's word counts for nothing.
            ("203.0.113.9", "127.0.0.1", "203.0.113.9"),
            ("203.0.113.9", "10.0.0.1", "203.0.113.9"),
        ] {
            let found = client(peer.parse().unwrap(), forwarded, &ours);
            assert_eq!(found, client_is.parse::<IpAddr>().unwrap(), "{peer}, {forwarded}");
        }
        let peer = "127.0.0.1".parse().unwrap();
        assert_eq!(client(peer, "203.0.113.9", &[]), peer, "nobody is trusted unless named");
    }
}
