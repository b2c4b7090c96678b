//! What answers are made of: bytes that are there, or a file that is read as it is sent.

use std::io::{self, Read as _, SeekFrom};
use std::ops::Range;
use std::pin::Pin;
use std::task::{Context, Poll};

use http_body_util::Full;
use hyper::body::{Bytes, Frame, SizeHint};
use tokio::sync::mpsc;

use handbill::content::files::Opened;

/// How much of a file is read at a time, and how many such pieces may wait to be sent, in bytes.
const PIECE: u64 = 64 * 1024;
const WAITING: usize = 4;

/// What answers are made of.
pub enum Body {
    /// Bytes that are there.
    Whole(Full<Bytes>),
    /// A file that is read as it is sent, and how much of it is still to come.
    Pieces(mpsc::Receiver<io::Result<Bytes>>, u64),
}

impl Body {
    /// Returns a part of a file, which another thread reads as long as somebody takes it.
    pub fn part(mut file: Box<dyn Opened>, part: Range<u64>) -> Body {
        let (sender, pieces) = mpsc::channel(WAITING);
        let length = part.end - part.start;
        tokio::task::spawn_blocking(move || {
            let mut left = length;
            let mut failed = file.seek(SeekFrom::Start(part.start)).err();
            while left > 0 && failed.is_none() {
                let mut piece = Vec::new();
                failed = match (&mut file).take(left.min(PIECE)).read_to_end(&mut piece) {
                    Ok(0) => Some(io::ErrorKind::UnexpectedEof.into()),
                    Ok(read) => {
                        left -= read as u64;
                        if sender.blocking_send(Ok(piece.into())).is_err() {
                            return;
                        }
                        None
                    }
                    Err(error) => Some(error),
                };
            }
            if let Some(error) = failed {
                // The browser sees that the answer ends too early.
                let _ = sender.blocking_send(Err(error));
            }
        });
        Body::Pieces(pieces, length)
    }
}

impl hyper::body::Body for Body {
    type Data = Bytes;
    type Error = io::Error;

    fn poll_frame(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Result<Frame<Bytes>, io::Error>>> {
        match self.get_mut() {
            Body::Whole(bytes) => Pin::new(bytes).poll_frame(context).map_err(|never| match never {}),
            Body::Pieces(pieces, left) => pieces.poll_recv(context).map_ok(|piece| {
                *left = left.saturating_sub(piece.len() as u64);
                Frame::data(piece)
            }),
        }
    }

    fn size_hint(&self) -> SizeHint {
        match self {
            Body::Whole(bytes) => bytes.size_hint(),
            Body::Pieces(_, left) => SizeHint::with_exact(*left),
        }
    }
}
