//! `handbill hosting`.

use std::process::ExitCode;

use clap::Args;
use handbill::content::files::Disk;
use handbill::diag::{Severity, nearest};
use handbill::pipeline;
use handbill::render::web::hosting::{HOSTS, Table};

use super::terminal::{self, Terminal};
use super::{ShownArgs, SiteArgs};

/// Print how your host must serve the site: headers, old addresses, the page for lost ones
#[derive(Args, Debug)]
#[command(after_help = "Examples:
  handbill hosting nginx > /etc/nginx/handbill.conf
  handbill hosting caddy > /etc/caddy/handbill.caddy
  handbill hosting apache > public/.htaccess
  handbill hosting iis > public/web.config

Print it again with each build: it names the pages that browsers must keep no copy of. Netlify and Cloudflare Pages need
none of it. They read public/_headers and public/_redirects, which say the same.")]
pub struct Hosting {
    /// The host: nginx, caddy, apache or iis
    #[arg(value_name = "NAME")]
    name: String,
    #[command(flatten)]
    site: SiteArgs,
    #[command(flatten)]
    shown: ShownArgs,
}

impl Hosting {
    /// Prints the settings and returns the exit status.
    pub fn run(self) -> ExitCode {
        let Some(host) = HOSTS.iter().find(|host| host.name == self.name) else {
            let names = HOSTS.iter().map(|host| host.name);
            let help = match nearest(&self.name, names.clone()) {
                Some(near) => format!("did you mean `{near}`?"),
                None => format!("there are: {}", names.collect::<Vec<_>>().join(", ")),
            };
            return terminal::cannot(&format!("there are no settings for `{}`; {help}", self.name));
        };
        let terminal = Terminal::new(&self.shown);
        let files = Disk::new(&self.site.root);
        let reading = match self.site.with(&[], &terminal, |options| pipeline::check(&files, options)) {
            Ok(reading) => reading,
            Err(error) => return terminal::cannot(&error),
        };
        // Settings of a site that is not published would not fit the one that is.
        let failed = reading.diagnostics.iter().any(|found| found.severity == Severity::Error);
        match reading.site.filter(|_| !failed) {
            Some(site) => {
                terminal::out(&(host.write)(&Table::of(&site)));
                ExitCode::SUCCESS
            }
            None => {
                terminal::aside("the site has errors, so there are no settings for it; `handbill check` shows them");
                ExitCode::from(1)
            }
        }
    }
}
