//! What parent and worker say to each other, over a socket pair.
//!
//! A frame is a kind (one byte), a length (four bytes, little-endian) and that many bytes of JSON; pixels and JPEGs follow
//! raw, in the lengths that the JSON told. Every length is checked against a cap before anything is reserved for it: the
//! parent trusts a worker no more than the file that it reads.

use std::io::{self, IoSlice, IoSliceMut, Read, Write};
use std::mem::MaybeUninit;
use std::os::fd::{AsFd, OwnedFd};
use std::os::unix::net::UnixStream;

use rustix::net::{
    RecvAncillaryBuffer, RecvAncillaryMessage, RecvFlags, SendAncillaryBuffer, SendAncillaryMessage, SendFlags,
    recvmsg, sendmsg,
};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use crate::{Hints, LARGE, Metadata, NotShown, Renditions};

use super::Confinement;

/// The most JSON in one frame, in bytes: facts, or hints with their sidecars.
const MAX_JSON: u32 = 16 << 20;
/// The most facts that the parent accepts, in bytes of JSON.
const MAX_FACTS: u32 = 4 << 20;
/// The longest JPEG that the parent accepts, in bytes.
const MAX_JPEG: u32 = 16 << 20;
/// The longest poster frame, in bytes.
pub(super) const MAX_POSTER: u32 = 32 << 20;
/// The longest thumbhash, in bytes.
const MAX_THUMBHASH: usize = 25;
/// The longest reason that is kept, in characters.
const MAX_REASON: usize = 200;
/// A frame's kind and length.
const HEADER: usize = 5;

/// What the parent asks.
#[derive(Debug, Serialize, Deserialize)]
pub(super) enum Ask {
    /// Examine the file that comes with the question.
    Examine(Hints),
    /// Render the upright picture of that many bytes that follows.
    Render(u32),
}

/// What a worker says. After [`Said::Ready`] at its start, an answer is [`Said::Metadata`] or not, then one of the others.
#[derive(Debug)]
pub(super) enum Said {
    /// It is locked in, and waits.
    Ready(Confinement),
    Metadata(Box<Metadata>),
    Shown(Renditions),
    NotShown(NotShown),
    /// It is a video: a poster frame is wanted.
    WantsPoster,
    /// Something broke inside: the last words of this worker.
    Failed(NotShown),
}

#[derive(Serialize, Deserialize)]
struct RenditionsHeader {
    size: (u32, u32),
    thumbhash: Vec<u8>,
    likeness: u64,
    small: u32,
    large: u32,
}

/// Asks a question, with an opened file or with bytes.
pub(super) fn ask(
    socket: &UnixStream,
    mut timed: impl Write,
    question: &Ask,
    file: Option<&std::fs::File>,
    bytes: &[u8],
) -> io::Result<()> {
    let json = serde_json::to_vec(question)?;
    let header = header(b'?', json.len(), MAX_JSON)?;
    match file {
        Some(file) => send_with_file(socket, &header, file)?,
        None => timed.write_all(&header)?,
    }
    timed.write_all(&json)?;
    timed.write_all(bytes)
}

/// Waits for a question; `None` once the parent has gone.
pub(super) fn hear_question(mut socket: &UnixStream) -> io::Result<Option<(Ask, Option<OwnedFd>)>> {
    let mut header = [0; HEADER];
    let (read, file) = receive_with_file(socket, &mut header)?;
    if read == 0 {
        return Ok(None);
    }
    socket.read_exact(&mut header[read..])?;
    let (kind, length) = parse_header(header);
    if kind != b'?' {
        return Err(invalid("not a question"));
    }
    Ok(Some((json(&mut socket, length, MAX_JSON)?, file)))
}

/// Says something to the parent.
pub(super) fn say(mut socket: &UnixStream, said: &Said) -> io::Result<()> {
    let (kind, json) = match said {
        Said::Ready(confinement) => (b'c', serde_json::to_vec(confinement)?),
        Said::Metadata(facts) => (b'f', serde_json::to_vec(facts)?),
        Said::Shown(renditions) => (b'r', serde_json::to_vec(&RenditionsHeader::of(renditions))?),
        Said::NotShown(why) => (b'n', serde_json::to_vec(why)?),
        Said::WantsPoster => (b'p', b"null".to_vec()),
        Said::Failed(why) => (b'x', serde_json::to_vec(why)?),
    };
    socket.write_all(&header(kind, json.len(), MAX_JSON)?)?;
    socket.write_all(&json)?;
    if let Said::Shown(renditions) = said {
        socket.write_all(&renditions.small)?;
        socket.write_all(&renditions.large)?;
    }
    Ok(())
}

/// Listens to a worker, and believes it nothing.
pub(super) fn hear(mut timed: impl Read) -> io::Result<Said> {
    let mut header = [0; HEADER];
    timed.read_exact(&mut header)?;
    let (kind, length) = parse_header(header);
    Ok(match kind {
        b'c' => Said::Ready(json(&mut timed, length, MAX_FACTS)?),
        b'f' => Said::Metadata(json(&mut timed, length, MAX_FACTS)?),
        b'r' => Said::Shown(json::<RenditionsHeader>(&mut timed, length, MAX_FACTS)?.with_jpegs(&mut timed)?),
        b'n' => Said::NotShown(short(json(&mut timed, length, MAX_FACTS)?)),
        b'p' => json::<()>(&mut timed, length, MAX_FACTS).map(|()| Said::WantsPoster)?,
        b'x' => Said::Failed(short(json(&mut timed, length, MAX_FACTS)?)),
        _ => return Err(invalid("an unknown kind of frame")),
    })
}

impl RenditionsHeader {
    fn of(renditions: &Renditions) -> Self {
        Self {
            size: renditions.size,
            thumbhash: renditions.thumbhash.clone(),
            likeness: renditions.likeness,
            small: renditions.small.len() as u32,
            large: renditions.large.len() as u32,
        }
    }

    fn with_jpegs(self, timed: &mut impl Read) -> io::Result<Renditions> {
        let (width, height) = self.size;
        let sensible = |side: u32| (1..=LARGE).contains(&side);
        if !sensible(width) || !sensible(height) || self.thumbhash.len() > MAX_THUMBHASH {
            return Err(invalid("renditions out of bounds"));
        }
        Ok(Renditions {
            small: jpeg(timed, self.small)?,
            large: jpeg(timed, self.large)?,
            size: self.size,
            thumbhash: self.thumbhash,
            likeness: self.likeness,
        })
    }
}

/// The bytes behind a frame, or behind a question.
pub(super) fn raw(stream: &mut impl Read, length: u32, cap: u32) -> io::Result<Vec<u8>> {
    if length > cap {
        return Err(invalid("more bytes than allowed"));
    }
    // Not reserved on the other side's word: the buffer grows as bytes really come.
    let mut bytes = Vec::new();
    stream.take(length.into()).read_to_end(&mut bytes)?;
    if bytes.len() < length as usize { Err(io::ErrorKind::UnexpectedEof.into()) } else { Ok(bytes) }
}

fn jpeg(stream: &mut impl Read, length: u32) -> io::Result<Vec<u8>> {
    let bytes = raw(stream, length, MAX_JPEG)?;
    let whole = bytes.starts_with(&[0xff, 0xd8, 0xff]) && bytes.ends_with(&[0xff, 0xd9]);
    if whole { Ok(bytes) } else { Err(invalid("not a JPEG")) }
}

fn json<T: DeserializeOwned>(stream: &mut impl Read, length: u32, cap: u32) -> io::Result<T> {
    Ok(serde_json::from_slice(&raw(stream, length, cap)?)?)
}

fn header(kind: u8, length: usize, cap: u32) -> io::Result<[u8; HEADER]> {
    let length = u32::try_from(length).ok().filter(|&l| l <= cap).ok_or_else(|| invalid("a frame too long"))?;
    let [a, b, c, d] = length.to_le_bytes();
    Ok([kind, a, b, c, d])
}

fn parse_header([kind, a, b, c, d]: [u8; HEADER]) -> (u8, u32) {
    (kind, u32::from_le_bytes([a, b, c, d]))
}

/// Reasons end up in a database and on a page: they are cut.
fn short(why: NotShown) -> NotShown {
    let cut = |text: String| text.chars().filter(|c| !c.is_control()).take(MAX_REASON).collect();
    match why {
        NotShown::Broken(text) => NotShown::Broken(cut(text)),
        NotShown::Unreadable(text) => NotShown::Unreadable(cut(text)),
        other => other,
    }
}

fn send_with_file(socket: &UnixStream, header: &[u8], file: &std::fs::File) -> io::Result<()> {
    let mut space = [MaybeUninit::uninit(); rustix::cmsg_space!(ScmRights(1))];
    let mut ancillary = SendAncillaryBuffer::new(&mut space);
    let files = [file.as_fd()];
    ancillary.push(SendAncillaryMessage::ScmRights(&files));
    let sent = sendmsg(socket, &[IoSlice::new(header)], &mut ancillary, SendFlags::NOSIGNAL)?;
    // The file travels with the first byte, whatever became of the others.
    (&mut &*socket).write_all(&header[sent..])
}

fn receive_with_file(socket: &UnixStream, header: &mut [u8]) -> io::Result<(usize, Option<OwnedFd>)> {
    let mut space = [MaybeUninit::uninit(); rustix::cmsg_space!(ScmRights(1))];
    let mut ancillary = RecvAncillaryBuffer::new(&mut space);
    let received = recvmsg(socket, &mut [IoSliceMut::new(header)], &mut ancillary, RecvFlags::empty())?;
    let mut file = None;
    for message in ancillary.drain() {
        if let RecvAncillaryMessage::ScmRights(files) = message {
            file = files.last();
        }
    }
    Ok((received.bytes, file))
}

fn invalid(what: &'static str) -> io::Error {
    io::Error::new(io::ErrorKind::InvalidData, what)
}
