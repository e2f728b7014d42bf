//! Who asks to come in, before anything is known of them.

use std::net::IpAddr;

use crate::device::Device;

/// From where somebody asks to come in, and what their browser brings along. Nothing of it is believed before it is looked up.
#[derive(Clone, Debug)]
pub struct Caller {
    /// Their address.
    pub address: IpAddr,
    /// Their device, as it describes itself.
    pub device: Device,
    /// The key of the session that they were in. It ends when they come in anew: nobody goes on under a key that somebody else
    /// may know.
    pub session: Option<String>,
    /// The key by which a device is known where somebody signed in before.
    pub known: Option<String>,
}

impl Caller {
    /// Somebody who brings nothing along.
    pub fn at(address: IpAddr, device: Device) -> Self {
        Self { address, device, session: None, known: None }
    }
}

/// What counts as one address: whoever has one of IPv6 has its whole network of 2⁶⁴.
pub fn counted_as(address: IpAddr) -> IpAddr {
    match address.to_canonical() {
        IpAddr::V6(v6) => IpAddr::V6((u128::from(v6) >> 64 << 64).into()),
        v4 => v4,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_network_is_one_address() {
        let counted = |text: &str| counted_as(text.parse().unwrap());
        assert_eq!(counted("2001:db8::1"), counted("2001:db8::ffff:1:2:3"));
        assert_ne!(counted("2001:db8::1"), counted("2001:db8:0:1::1"));
        assert_eq!(counted("::ffff:192.0.2.1"), counted("192.0.2.1"));
        assert_ne!(counted("192.0.2.1"), counted("192.0.2.2"));
    }
}
