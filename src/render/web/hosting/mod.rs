//! How a host must answer: one table of headers, old addresses and the page for lost ones, worked out once. `_headers`
//! and `_redirects`, the preview, and the settings that `handbill hosting` prints all say what this table says.

mod apache;
mod caddy;
mod groups;
mod host;
mod iis;
mod lists;
pub mod media;
mod nginx;
mod own;
mod pattern;
mod policy;
mod protections;
mod redirects;
mod rules;
mod sensitive;
mod table;

pub use host::Host;
pub use lists::{headers as headers_list, redirects as redirects_list};
pub use own::PROTECTION_WEAKENED;
pub use pattern::{Pattern, decoded};
pub use policy::Policy;
pub use redirects::Redirect;
pub use rules::{HOST_LIMIT, table};
pub use table::{HeaderRule, RuleSort, Table};

/// Every host whose settings can be printed.
pub const HOSTS: &[Host] = &[apache::HOST, caddy::HOST, iis::HOST, nginx::HOST];
