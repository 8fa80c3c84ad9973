//! Codes of G: what the gate holds back. They are errors of their own kind (exit 3), and their words never show the secret.

super::codes! {
}
