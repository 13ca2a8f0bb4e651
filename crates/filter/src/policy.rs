//! What is done with each kind and class. It must not know how findings are made.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::finding::{Action, Class};
use crate::kinds::{kinds, named};
use crate::rules::Rules;

/// What a rule speaks of: a whole class, or one kind, which then stands above its class.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Target<'a> {
    /// One kind, by name.
    Kind(&'a str),
    /// Every kind of a class.
    Class(Class),
}

impl<'a> From<&'a str> for Target<'a> {
    fn from(kind: &'a str) -> Self {
        Target::Kind(kind)
    }
}

impl From<Class> for Target<'_> {
    fn from(class: Class) -> Self {
        Target::Class(class)
    }
}

/// The actions a person has chosen. Start from a preset and change what should differ.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Policy {
    kinds: BTreeMap<&'static str, Action>,
    classes: Vec<(Class, Action)>,
    rules: Arc<Rules>,
}

impl Policy {
    /// The default: what opens something is refused; cards, accounts, state numbers, documents, telephone numbers and dates of
    /// birth are sealed; e-mail, machines, vehicles and places stay.
    #[must_use]
    pub fn personal() -> Policy {
        Policy::of(|class| match class {
            class if class.is_credential() => Action::Block,
            Class::Financial | Class::NationalId | Class::Document | Class::Phone | Class::BirthDate => {
                Action::Seal
            }
            Class::Own => Action::Mask,
            _ => Action::Allow,
        })
    }

    /// As [`Policy::personal`], with e-mail, machines, vehicles and places sealed too.
    #[must_use]
    pub fn careful() -> Policy {
        Policy::of(|class| match class {
            class if class.is_credential() => Action::Block,
            Class::Own => Action::Mask,
            _ => Action::Seal,
        })
    }

    /// Whatever is found is refused.
    #[must_use]
    pub fn strict() -> Policy {
        Policy::of(|_| Action::Block)
    }

    fn of(action: impl Fn(Class) -> Action) -> Policy {
        Policy {
            kinds: BTreeMap::new(),
            classes: Class::ALL.map(|class| (class, action(class))).to_vec(),
            rules: Arc::default(),
        }
    }

    /// The same policy with the person's own rules, in place of those it had. Each rule has an action of its own, which stands
    /// above what the policy says of [`Class::Own`].
    #[must_use]
    pub fn with_rules(mut self, rules: Arc<Rules>) -> Policy {
        self.rules = rules;
        self
    }

    /// The person's own rules.
    #[must_use]
    pub fn rules(&self) -> &Rules {
        &self.rules
    }

    /// Lets one-time codes pass. For texts that are kept for an hour at most: the caller sees to that.
    pub fn let_one_time_codes_pass(&mut self) {
        for (class, action) in &mut self.classes {
            if *class == Class::OneTimeCode {
                *action = Action::Allow;
            }
        }
    }

    /// The same policy with one action in the place of another, but nothing that opens something is let pass or sealed. For
    /// texts where the action makes no sense: what is kept already cannot be refused, what is asked cannot be sealed.
    #[must_use]
    pub fn replacing(mut self, from: Action, to: Action) -> Policy {
        let may = |class: Class| !class.is_credential() || matches!(to, Action::Block | Action::Mask);
        for (kind, action) in &mut self.kinds {
            if *action == from && named(kind).is_some_and(|kind| may(kind.class)) {
                *action = to;
            }
        }
        for (class, action) in &mut self.classes {
            if *action == from && may(*class) {
                *action = to;
            }
        }
        self
    }

    /// What is done with a finding of this kind. A class nobody spoke of is blocked.
    #[must_use]
    pub fn action(&self, kind: &str, class: Class) -> Action {
        let of_class = || self.classes.iter().find(|(known, _)| *known == class).map(|(_, action)| *action);
        self.kinds.get(kind).copied().or_else(of_class).unwrap_or(Action::Block)
    }

    /// Sets the action for a kind (`"email_address"`) or a [`Class`]. A class clears what its kinds had of their own.
    /// Answers whether the rule was taken: an unknown kind is not, nor is anything but a block or a mask for what opens
    /// something, since that must be neither matchable nor kept.
    pub fn set<'a>(&mut self, target: impl Into<Target<'a>>, action: Action) -> bool {
        let target = target.into();
        let (kind, class) = match target {
            Target::Class(class) => (None, class),
            Target::Kind(name) => match named(name) {
                Some(kind) => (Some(kind.name), kind.class),
                None => return false,
            },
        };
        if class.is_credential() && !matches!(action, Action::Block | Action::Mask) {
            return false;
        }
        if let Some(kind) = kind {
            self.kinds.insert(kind, action);
            return true;
        }
        for (kind, _) in kinds().filter(|(_, of)| *of == class) {
            self.kinds.remove(kind);
        }
        self.classes.retain(|(known, _)| *known != class);
        self.classes.push((class, action));
        true
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_kind_stands_above_its_class_until_the_class_is_set() {
        let mut policy = Policy::personal();
        assert_eq!(policy.action("iban_code", Class::Financial), Action::Seal);
        assert!(policy.set("iban_code", Action::Allow));
        assert_eq!(policy.action("iban_code", Class::Financial), Action::Allow);
        assert_eq!(policy.action("credit_card", Class::Financial), Action::Seal);
        assert!(policy.set(Class::Financial, Action::Block));
        assert_eq!(policy.action("iban_code", Class::Financial), Action::Block);
    }

    #[test]
    fn refuses_what_it_does_not_know_and_keeping_what_opens_something() {
        let mut policy = Policy::personal();
        assert!(!policy.set("no_such_kind", Action::Allow));
        assert!(!policy.set(Class::Password, Action::Token));
        assert!(!policy.set("github_token", Action::Token));
        assert!(!policy.set(Class::OneTimeCode, Action::Seal));
        assert!(!policy.set("pin", Action::Allow));
        assert_eq!(policy, Policy::personal());
        assert!(policy.set("credit_card", Action::Token));
    }
}
