//! `perennial serve`: the pages, and the work behind them.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr};
use std::path::PathBuf;
use std::sync::Arc;

use circle::Account;
use library::Roots;
use tokio::net::TcpListener;
use tokio::runtime::Builder;
use web::Reached;

use crate::at_work::AtWork;
use crate::cli::{ListenArgs, PhotosArgs, PlaceArgs};
use crate::commands::whole_path;
use crate::failure::Failure;
use crate::house::{House, clock, now};
use crate::interrupt::interrupted;
use crate::listening::{self, Limits};
use crate::output;

pub(crate) fn run(
    place: &PlaceArgs,
    folders: &[PathBuf],
    photos: &PhotosArgs,
    listen: &ListenArgs,
) -> Result<(), Failure> {
    let folders: Vec<PathBuf> = folders.iter().map(|folder| whole_path(folder)).collect::<Result<_, _>>()?;
    let house = House::live_in(place)?;
    if !folders.is_empty() {
        let owner = house.owner()?;
        house.store.write(|tx| {
            folders.iter().try_for_each(|f| library::add_folder(tx, owner, f, now().timestamp()).map(drop))
        })?;
    }
    serve(&house, roots(&photos.photos, &folders), listen, &[])
}

/// Where pages may name folders of photos: where it was said, and in the folders that were named.
fn roots(said: &[PathBuf], named: &[PathBuf]) -> Roots {
    let whole = |folder: &PathBuf| std::path::absolute(folder).unwrap_or_else(|_| folder.clone());
    let roots = if said.is_empty() { Roots::usual(dirs::home_dir()) } else { Roots::of(said.iter().map(whole)) };
    named.iter().fold(roots, |roots, folder| roots.and(folder))
}

/// Serves a house and the folders it knows until interrupted. `guests` are let in by links that are printed.
pub(crate) fn serve(house: &House, roots: Roots, reach: &ListenArgs, guests: &[Account]) -> Result<(), Failure> {
    let listen = reach.listen;
    // Few threads: a family's requests are short, and a resting server should be small. Those that may wait are as many as the
    // pages have places for.
    let threads = web::THREADS;
    let runtime = Builder::new_multi_thread().worker_threads(2).max_blocking_threads(threads).enable_all().build();
    let runtime = runtime.map_err(|e| Failure::new(format!("the server cannot start: {e}"), "Try again."))?;
    let listener = runtime.block_on(TcpListener::bind(listen)).map_err(|error| {
        Failure::new(
            format!("nothing can be served on {listen}: {error}"),
            "Is another Perennial running? Choose another address with --listen.",
        )
    })?;
    // Everything that waits for the database is done out here: inside the runtime nobody may wait.
    let at_work = AtWork::begin(house.importer(roots)?, &house.data, clock());
    let seal = Arc::new(care::Seal::shared(&house.store)?);
    let address = listener.local_addr().unwrap_or(listen);
    let reached = reached(reach, address);
    let at = reach
        .base_url
        .as_ref()
        .map_or_else(|| format!("http://{}", from_here(address)), |url| url.as_str().trim_end_matches('/').to_owned());
    output::line(&format!("Perennial is at {at}  (Ctrl-C ends it)"));
    welcome(house, &reached, from_here(address), guests)?;
    let served = runtime.block_on(until_interrupted(house, listener, &at_work, seal, reached));
    at_work.end();
    served.map_err(|e| Failure::new(format!("serving ended: {e}"), "Start it again; nothing is lost."))
}

/// How the site is reached; a warning where passwords could be read on their way.
fn reached(reach: &ListenArgs, address: SocketAddr) -> Reached {
    let loopback_only = address.ip().is_loopback();
    if !loopback_only && reach.base_url.is_none() {
        eprintln!(
            "Warning: {address} can be reached from other machines, by plain http: whoever listens in that network can \
             read along.\nLet a reverse proxy with https stand before it (docs/reverse-proxy.md), and name it by --base-url."
        );
    }
    let (base_url, proxies) = (reach.base_url.clone(), reach.trusted_proxies.clone());
    Reached { base_url, proxies, loopback_only, own_names: own_names(&machine()) }
}

/// What this machine is called, where the system tells.
fn machine() -> String {
    #[cfg(unix)]
    return rustix::system::uname().nodename().to_string_lossy().into_owned();
    #[cfg(not(unix))]
    return std::env::var("COMPUTERNAME").unwrap_or_default();
}

/// What other machines of a network call one of that name: the name itself, its first word, and that word as it is told without a
/// name server.
fn own_names(machine: &str) -> Vec<String> {
    let whole = machine.to_ascii_lowercase();
    let first = whole.split('.').next().unwrap_or_default().to_owned();
    let mut names = if first.is_empty() { Vec::new() } else { vec![format!("{first}.local"), first, whole] };
    names.sort();
    names.dedup();
    names
}

/// The address that a browser on this machine reaches it at: "everywhere" is no address to open.
fn from_here(address: SocketAddr) -> SocketAddr {
    let ip = match address.ip() {
        IpAddr::V4(ip) if ip.is_unspecified() => Ipv4Addr::LOCALHOST.into(),
        IpAddr::V6(ip) if ip.is_unspecified() => Ipv6Addr::LOCALHOST.into(),
        ip => ip,
    };
    SocketAddr::new(ip, address.port())
}

/// Says how to come in, where somebody may not know.
fn welcome(house: &House, reached: &Reached, here: SocketAddr, guests: &[Account]) -> Result<(), Failure> {
    let now = now().timestamp();
    for (at, account) in guests.iter().enumerate() {
        let code = house.door.make_once_code(account, now)?.spelled();
        let name = &account.details.name;
        let who = if at == 0 {
            format!("{name}, who said once what she lost")
        } else {
            format!("{name}, who was asked nothing yet")
        };
        output::line(&format!("Come in as {who}: http://{here}/sign-in/once/{code}"));
    }
    if !guests.is_empty() {
        output::line("Each link is good once, and on this machine.");
        return Ok(());
    }
    if house.door.is_set_up()? {
        return Ok(());
    }
    output::line("Nobody has set it up yet. Open that address in a browser to do so.");
    if !reached.loopback_only || reached.base_url.is_some() {
        let code = house.door.make_set_up_code(now)?.spelled();
        output::line(&format!("From another machine it asks for this code, good once and for a day: {code}"));
    }
    Ok(())
}

/// The first interrupt ends calmly, with what came in kept; a second one ends at once, which loses nothing kept either.
async fn ending() {
    interrupted().await;
    eprintln!("Stopping. What came in is kept.");
    tokio::spawn(async {
        interrupted().await;
        std::process::exit(1);
    });
}

async fn until_interrupted(
    house: &House,
    listener: TcpListener,
    at_work: &AtWork,
    seal: Arc<care::Seal>,
    reached: Reached,
) -> std::io::Result<()> {
    let proxies = reached.proxies.clone();
    let pages = web::router(web::Wiring {
        door: house.door.clone(),
        owner: house.owner().ok(),
        clock: now,
        coming_in: at_work.desk(),
        reached: Arc::new(reached),
        visits: Arc::new(care::Visits::new(Arc::clone(&house.store), Arc::clone(&house.blobs), seal)),
        patience: web::PATIENCE,
    });
    listening::serve(listener, pages, Limits::usual(), &proxies, ending()).await;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_that_are_printed_can_be_opened() {
        for (listens, at) in [
            ("127.0.0.1:7878", "127.0.0.1:7878"),
            ("0.0.0.0:7979", "127.0.0.1:7979"),
            ("[::]:7979", "[::1]:7979"),
            ("192.0.2.1:80", "192.0.2.1:80"),
        ] {
            assert_eq!(from_here(listens.parse().unwrap()).to_string(), at);
        }
    }

    #[test]
    fn a_machine_is_called_by_its_name_and_by_that_in_its_own_network() {
        for (machine, names) in [
            ("NAS", &["nas", "nas.local"][..]),
            ("nas.example.org", &["nas", "nas.example.org", "nas.local"]),
            ("", &[]),
        ] {
            assert_eq!(own_names(machine), names, "{machine}");
        }
    }
}
