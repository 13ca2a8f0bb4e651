//! What holds content shows none of it when it is printed for debugging. Must name every such public type.

use std::fmt;

use crate::{
    EditRequest, Listing, MemoryView, PlaceholderView, Preview, RecheckPreview, RememberRequest, SearchHit,
    SearchRequest, SearchResponse, VersionView,
};

macro_rules! redacted {
    ($($name:ident),* $(,)?) => {
        $(impl fmt::Debug for $name {
            fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
                out.write_str(concat!(stringify!($name), "(redacted)"))
            }
        })*
    };
}

redacted!(
    EditRequest,
    Listing,
    MemoryView,
    PlaceholderView,
    Preview,
    RecheckPreview,
    RememberRequest,
    SearchHit,
    SearchRequest,
    SearchResponse,
    VersionView,
);
