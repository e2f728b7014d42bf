//! What the forms of a moment and a photo share.

use std::fmt::Display;

use axum::Form;
use axum::extract::FromRequest;
use axum::extract::Request;
use axum::response::Redirect;
use care::{CareError, Change};
use serde::Deserialize;
use serde::de::DeserializeOwned;

use crate::trouble::Trouble;
use crate::visitor::Visitor;
use crate::{House, address};

/// A form that says at least where to go back to.
#[derive(Deserialize)]
pub(crate) struct Back {
    #[serde(default)]
    pub(crate) back: String,
}

/// A form; one that makes no sense is answered in words.
pub(crate) struct Filled<T>(pub(crate) T);

impl<T: DeserializeOwned> FromRequest<House> for Filled<T> {
    type Rejection = Trouble;

    async fn from_request(request: Request, house: &House) -> Result<Self, Trouble> {
        match Form::from_request(request, house).await {
            Ok(Form(filled)) => Ok(Self(filled)),
            Err(_) => Err(Trouble::Misused("trouble-choose")),
        }
    }
}

/// Back to a page of ours, which says what was done and with what.
pub(crate) fn led_back(back: &str, done: &str, of: Option<&dyn Display>) -> Redirect {
    let of = of.map(|of| format!("&of={of}")).unwrap_or_default();
    Redirect::to(&format!("{}?done={done}{of}", address::own_page(back)))
}

/// Takes back what a sealed name is of, and leads back; what is none leads nowhere.
pub(crate) async fn taken_back(
    (house, visitor): (House, Visitor),
    back: Back,
    done: &str,
    take: impl FnOnce(&mut Change<'_, '_>) -> Result<bool, CareError> + Send + 'static,
) -> Result<Redirect, Trouble> {
    match house.change(visitor, move |change, _| Ok(take(change)?)).await? {
        false => Err(Trouble::NotThere),
        true => Ok(led_back(&back.back, done, None)),
    }
}

/// The id in an address. What is none leads nowhere.
pub(crate) fn id_of<T>(text: &str, make: fn(i64) -> T) -> Result<T, Trouble> {
    text.parse().map(make).map_err(|_| Trouble::NotThere)
}

/// What somebody was looking at when they wrote something else: it changes when what is kept does.
pub(crate) fn version(kept: &[&str]) -> String {
    let mut hasher = blake3::Hasher::new();
    for part in kept {
        hasher.update(part.as_bytes());
        hasher.update(&[0]);
    }
    hasher.finalize().to_hex()[..16].to_owned()
}
