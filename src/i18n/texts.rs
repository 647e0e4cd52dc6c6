//! The macro that declares texts without arguments in both languages side by side.

/// Declares a trait with one method per text and implements it for English and Spanish.
/// A line without its Spanish half does not compile.
macro_rules! texts {
    ($(#[$meta:meta])* $name:ident { $($method:ident: $en:literal, $es:literal;)* }) => {
        $(#[$meta])*
        pub trait $name {
            $(#[doc = $en] fn $method(&self) -> &'static str;)*
        }

        impl $name for $crate::i18n::En {
            $(fn $method(&self) -> &'static str { $en })*
        }

        impl $name for $crate::i18n::Es {
            $(fn $method(&self) -> &'static str { $es })*
        }
    };
}

pub(crate) use texts;
