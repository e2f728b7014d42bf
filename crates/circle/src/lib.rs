//! Who may come in: accounts, sessions and keys. This room makes the [`Viewer`], and every read goes through one.

mod viewer;

pub use viewer::Viewer;
