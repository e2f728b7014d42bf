//! Values on their way into a statement, and rows on their way out.

use bytes::BytesMut;
use model::{
    AccountId, ChangeId, DraftId, FileId, FolderId, HardDayId, LibraryId, LossId, MomentId, OfferId, PasskeyId,
    PersonId, PhotoId, PlaceId, SessionId, TokenId, WishId,
};
use postgres::types::{IsNull, ToSql, Type, to_sql_checked};
use rusqlite::types::{ToSqlOutput, ValueRef};

use crate::StoreError;

/// One parameter of a statement.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// SQL NULL.
    Null,
    /// A `BIGINT`.
    Int(i64),
    /// A `DOUBLE PRECISION`.
    Real(f64),
    /// A `TEXT`.
    Text(String),
    /// A `BYTEA`.
    Bytes(Vec<u8>),
}

macro_rules! value_from {
    ($($type:ty => |$v:ident| $make:expr),* $(,)?) => {$(
        impl From<$type> for Value {
            fn from($v: $type) -> Self {
                $make
            }
        }
    )*};
}

value_from! {
    i64 => |v| Self::Int(v),
    i32 => |v| Self::Int(v.into()),
    u32 => |v| Self::Int(v.into()),
    usize => |v| Self::Int(i64::try_from(v).unwrap_or(i64::MAX)),
    bool => |v| Self::Int(v.into()),
    f64 => |v| Self::Real(v),
    // PostgreSQL refuses U+0000 in a text, and nobody means it.
    &str => |v| Self::Text(if v.contains('\0') { v.replace('\0', "") } else { v.to_owned() }),
    &String => |v| Self::from(v.as_str()),
    String => |v| if v.contains('\0') { Self::Text(v.replace('\0', "")) } else { Self::Text(v) },
    &[u8] => |v| Self::Bytes(v.to_owned()),
    Vec<u8> => |v| Self::Bytes(v),
    LibraryId => |v| Self::Int(v.0),
    PhotoId => |v| Self::Int(v.0),
    FileId => |v| Self::Int(v.0),
    FolderId => |v| Self::Int(v.0),
    MomentId => |v| Self::Int(v.0),
    PersonId => |v| Self::Int(v.0),
    WishId => |v| Self::Int(v.0),
    AccountId => |v| Self::Int(v.0),
    SessionId => |v| Self::Int(v.0),
    PasskeyId => |v| Self::Int(v.0),
    TokenId => |v| Self::Int(v.0),
    ChangeId => |v| Self::Int(v.0),
    PlaceId => |v| Self::Int(v.0),
    DraftId => |v| Self::Int(v.0),
    LossId => |v| Self::Int(v.0),
    HardDayId => |v| Self::Int(v.0),
    OfferId => |v| Self::Int(v.0),
}

impl<T: Into<Value>> From<Option<T>> for Value {
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::Null, Into::into)
    }
}

/// The parameters of a statement: `values![library, day, "name"]`.
#[macro_export]
macro_rules! values {
    ($($value:expr),* $(,)?) => { &[$($crate::Value::from($value)),*] };
}

/// A list of parameters for `IN (…)`: `?first`, and so on, `count` of them.
pub fn parameters(first: usize, count: usize) -> String {
    (first..first + count).map(|n| format!("?{n}")).collect::<Vec<_>>().join(", ")
}

/// One row of an answer.
pub struct Row<'a>(pub(crate) Inner<'a>);

pub(crate) enum Inner<'a> {
    Sqlite(&'a rusqlite::Row<'a>),
    Postgres(&'a postgres::Row),
}

impl Row<'_> {
    /// The value in column `index`, counted from 0.
    ///
    /// # Errors
    /// [`StoreError::Unexpected`] when the column holds another type.
    pub fn get<T: Column>(&self, index: usize) -> Result<T, StoreError> {
        T::read(self, index)
    }
}

/// A type that a column can be read as.
pub trait Column: Sized {
    /// Reads column `index` of `row`.
    ///
    /// # Errors
    /// [`StoreError::Unexpected`] when the column holds another type.
    fn read(row: &Row<'_>, index: usize) -> Result<Self, StoreError>;
}

macro_rules! columns {
    ($($type:ty),*) => {$(
        impl Column for $type {
            fn read(row: &Row<'_>, index: usize) -> Result<Self, StoreError> {
                match &row.0 {
                    Inner::Sqlite(row) => row.get(index).map_err(|e| StoreError::Unexpected(e.to_string())),
                    Inner::Postgres(row) => row.try_get(index).map_err(|e| StoreError::Unexpected(e.to_string())),
                }
            }
        }

        impl Column for Option<$type> {
            fn read(row: &Row<'_>, index: usize) -> Result<Self, StoreError> {
                match &row.0 {
                    Inner::Sqlite(row) => row.get(index).map_err(|e| StoreError::Unexpected(e.to_string())),
                    Inner::Postgres(row) => row.try_get(index).map_err(|e| StoreError::Unexpected(e.to_string())),
                }
            }
        }
    )*};
}

columns!(i64, f64, String, Vec<u8>);

impl Column for bool {
    fn read(row: &Row<'_>, index: usize) -> Result<Self, StoreError> {
        Ok(row.get::<i64>(index)? != 0)
    }
}

macro_rules! id_columns {
    ($($id:ident),*) => {$(
        impl Column for $id {
            fn read(row: &Row<'_>, index: usize) -> Result<Self, StoreError> {
                row.get(index).map(Self)
            }
        }

        impl Column for Option<$id> {
            fn read(row: &Row<'_>, index: usize) -> Result<Self, StoreError> {
                Ok(row.get::<Option<i64>>(index)?.map($id))
            }
        }
    )*};
}

id_columns!(LibraryId, PhotoId, FileId, FolderId, MomentId, PersonId, WishId, ChangeId, PlaceId);
id_columns!(AccountId, SessionId, PasskeyId, TokenId, LossId, HardDayId, OfferId);

impl rusqlite::ToSql for Value {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(ToSqlOutput::Borrowed(match self {
            Self::Null => ValueRef::Null,
            Self::Int(v) => ValueRef::Integer(*v),
            Self::Real(v) => ValueRef::Real(*v),
            Self::Text(v) => ValueRef::Text(v.as_bytes()),
            Self::Bytes(v) => ValueRef::Blob(v),
        }))
    }
}

impl ToSql for Value {
    fn to_sql(&self, ty: &Type, out: &mut BytesMut) -> Result<IsNull, Box<dyn std::error::Error + Sync + Send>> {
        match self {
            Self::Null => Ok(IsNull::Yes),
            Self::Int(v) => v.to_sql_checked(ty, out),
            Self::Real(v) => v.to_sql_checked(ty, out),
            Self::Text(v) => v.to_sql_checked(ty, out),
            Self::Bytes(v) => v.to_sql_checked(ty, out),
        }
    }

    fn accepts(_: &Type) -> bool {
        // Which types fit is known per value; the inner `to_sql_checked` refuses the others.
        true
    }

    to_sql_checked!();
}
