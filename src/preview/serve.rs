//! HTTP on this machine only: who may connect, for how long, and how much they may send. What they are answered is
//! `answer.rs`'s.

use std::convert::Infallible;
use std::io;
use std::net::{Ipv4Addr, SocketAddr, TcpListener};
use std::sync::Arc;
use std::thread::JoinHandle;
use std::time::Duration;

use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::{TokioIo, TokioTimer};
use tokio::net::TcpStream;
use tokio::sync::{Semaphore, oneshot};
use tokio::time::sleep;

use super::answer::Responder;
use super::patience::Patient;
use super::shelf::Shelf;

/// The port that is tried first.
pub const PORT: u16 = 1111;

/// How many ports are tried after it.
const TRIES: u16 = 50;

/// What one preview gives to those who connect.
#[derive(Clone, Copy, Debug)]
pub struct Limits {
    /// How many connections are open at once; the next one waits until one of them ends.
    pub connections: usize,
    /// How many of them may wait for the next build.
    pub waiting: usize,
    /// How long a request's head may take, and how long a connection may stay open without one.
    pub head: Duration,
    /// How many bytes a request's head may have.
    pub head_bytes: usize,
    /// How long an answer may stand still because nobody takes it.
    pub stalled: Duration,
    /// How long a page waits for the next build before it asks again.
    pub wait: Duration,
}

/// The limits of the preview. A browser keeps six connections to one server at most, so 64 are ten browsers; its heads are
/// about one kilobyte; and a minute without a byte read is a paused film, which browsers take up again where it stopped.
pub const LIMITS: Limits = Limits {
    connections: 64,
    waiting: 32,
    head: Duration::from_secs(10),
    head_bytes: 16 * 1024,
    stalled: Duration::from_secs(60),
    wait: Duration::from_secs(20),
};

/// How long to wait after a connection could not be taken, for example because the system has no file handles left.
const REFUSED: Duration = Duration::from_millis(100);

/// Why the preview cannot be served.
#[derive(Debug, thiserror::Error)]
pub enum ServeError {
    /// The port that was asked for is taken.
    #[error("port {port} is taken; name another one with --port, or leave --port out")]
    Taken {
        /// The port.
        port: u16,
    },
    /// No port is free.
    #[error("no port from {PORT} on is free; name one with --port")]
    NoneFree,
    /// The system has no sockets or threads to give.
    #[error("the preview cannot be served: {0}")]
    System(#[from] io::Error),
}

/// A server that listens, and does not answer yet.
pub struct Server {
    listener: TcpListener,
    port: u16,
}

/// A server that answers.
pub struct Serving {
    stop: oneshot::Sender<()>,
    thread: JoinHandle<()>,
}

impl Server {
    /// Listens on 127.0.0.1: on `asked`, or else on the first free port from [`PORT`] on.
    ///
    /// # Errors
    ///
    /// The port is taken, or none is free.
    pub fn listen(asked: Option<u16>) -> Result<Server, ServeError> {
        let listen = |port: u16| {
            let listener = TcpListener::bind(SocketAddr::from((Ipv4Addr::LOCALHOST, port))).ok()?;
            let port = listener.local_addr().map_or(port, |address| address.port());
            Some(Server { listener, port })
        };
        match asked {
            Some(port) => listen(port).ok_or(ServeError::Taken { port }),
            None => (PORT..PORT + TRIES).find_map(listen).ok_or(ServeError::NoneFree),
        }
    }

    /// Returns the address to open.
    pub fn address(&self) -> String {
        format!("http://127.0.0.1:{}/", self.port)
    }

    /// Starts to answer, on a thread of its own.
    ///
    /// # Errors
    ///
    /// The system has no sockets or threads to give.
    pub fn start(self, shelf: Arc<Shelf>, limits: Limits) -> Result<Serving, ServeError> {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_io().enable_time().build()?;
        self.listener.set_nonblocking(true)?;
        let listener = {
            let _inside = runtime.enter();
            tokio::net::TcpListener::from_std(self.listener)?
        };
        let (stop, stopped) = oneshot::channel();
        let responder = Arc::new(Responder::new(shelf, self.port, &limits));
        let thread = std::thread::Builder::new().name("preview".to_string()).spawn(move || {
            runtime.spawn(accept(listener, responder, limits));
            // Whoever is still being answered is left when the preview ends.
            let _ = runtime.block_on(stopped);
        })?;
        Ok(Serving { stop, thread })
    }
}

impl Serving {
    /// Stops to answer.
    pub fn stop(self) {
        // Both fail only where the thread has ended already.
        let _ = self.stop.send(());
        let _ = self.thread.join();
    }
}

/// Takes connections as long as there is room; those who find none wait in the system's queue.
async fn accept(listener: tokio::net::TcpListener, responder: Arc<Responder>, limits: Limits) {
    let places = Arc::new(Semaphore::new(limits.connections));
    loop {
        let Ok(place) = Arc::clone(&places).acquire_owned().await else { return };
        match listener.accept().await {
            Ok((stream, _)) => {
                let responder = Arc::clone(&responder);
                tokio::spawn(async move {
                    converse(stream, responder, &limits).await;
                    drop(place);
                });
            }
            Err(_) => sleep(REFUSED).await,
        }
    }
}

/// Answers one connection's requests, one after another, until it ends or breaks a limit.
async fn converse(stream: TcpStream, responder: Arc<Responder>, limits: &Limits) {
    let stream = TokioIo::new(Patient::new(stream, limits.stalled));
    let service = service_fn(move |request| {
        let responder = Arc::clone(&responder);
        async move { Ok::<_, Infallible>(responder.answer(&request).await) }
    });
    let mut http = http1::Builder::new();
    http.timer(TokioTimer::new())
        .header_read_timeout(limits.head)
        .max_header_size(limits.head_bytes)
        .max_buf_size(limits.head_bytes.max(8 * 1024));
    // A browser that has gone away is no fault, and one that broke a limit has been told.
    let _ = http.serve_connection(stream, service).await;
}
