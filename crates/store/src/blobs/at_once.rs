//! Files that the system holds in memory, read without waiting for a disk. Elsewhere than on Linux nothing is said to be there.

use std::cell::RefCell;
use std::path::Path;

use bytes::Bytes;

/// How many buffers a thread keeps for the next file, and the longest of them, in bytes.
const KEPT: usize = 4;
const LONGEST: usize = 1 << 20;

thread_local! {
    /// Buffers that were read into before: to be cleared and mapped anew, one costs as much as what is read into it.
    static BUFFERS: RefCell<Vec<Vec<u8>>> = const { RefCell::new(Vec::new()) };
}

/// A buffer with a file in its beginning. It is used again when it is dropped.
struct Lent {
    buffer: Vec<u8>,
    length: usize,
}

impl Lent {
    fn of(length: usize) -> Self {
        let mut buffer = BUFFERS.with_borrow_mut(Vec::pop).unwrap_or_default();
        if buffer.len() < length {
            buffer.resize(length, 0);
        }
        Self { buffer, length }
    }
}

impl AsRef<[u8]> for Lent {
    fn as_ref(&self) -> &[u8] {
        &self.buffer[..self.length]
    }
}

impl Drop for Lent {
    fn drop(&mut self) {
        let buffer = std::mem::take(&mut self.buffer);
        // A thread that ends keeps nothing any more.
        let _ = BUFFERS.try_with(|kept| {
            let mut kept = kept.borrow_mut();
            if kept.len() < KEPT && buffer.len() <= LONGEST {
                kept.push(buffer);
            }
        });
    }
}

/// The bytes of a file, where neither its name nor its content has to be waited for.
#[cfg(target_os = "linux")]
pub(super) fn read(path: &Path) -> Option<Bytes> {
    use std::io::IoSliceMut;

    use rustix::fs::{CWD, Mode, OFlags, ResolveFlags, fstat, openat2};
    use rustix::io::{ReadWriteFlags, preadv2};

    let flags = OFlags::RDONLY | OFlags::CLOEXEC;
    let file = openat2(CWD, path, flags, Mode::empty(), ResolveFlags::CACHED).ok()?;
    let mut lent = Lent::of(usize::try_from(fstat(&file).ok()?.st_size).ok()?);
    let mut read = 0;
    while read < lent.length {
        let rest = &mut [IoSliceMut::new(&mut lent.buffer[read..lent.length])];
        match preadv2(&file, rest, read as u64, ReadWriteFlags::NOWAIT) {
            Ok(0) | Err(_) => return None,
            Ok(more) => read += more,
        }
    }
    Some(Bytes::from_owner(lent))
}

#[cfg(not(target_os = "linux"))]
pub(super) fn read(_path: &Path) -> Option<Bytes> {
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_buffer_that_is_used_again_holds_nothing_of_before() {
        let put = |bytes: &[u8]| {
            let mut lent = Lent::of(bytes.len());
            lent.buffer[..bytes.len()].copy_from_slice(bytes);
            lent
        };
        let long = Bytes::from_owner(put(&[1; 100]));
        let other = Bytes::from_owner(put(&[2; 10]));
        assert_eq!((&long[..], &other[..]), (&[1; 100][..], &[2; 10][..]));
        drop((long, other));
        for _ in 0..3 {
            assert_eq!(&Bytes::from_owner(put(&[3; 5]))[..], &[3; 5]);
        }
        let many: Vec<Lent> = (0..100).map(|_| Lent::of(1)).collect();
        drop(many);
        drop(Lent::of(2 * LONGEST));
        BUFFERS.with_borrow(|kept| assert!(kept.len() <= KEPT && kept.iter().all(|one| one.len() <= LONGEST)));
    }
}
