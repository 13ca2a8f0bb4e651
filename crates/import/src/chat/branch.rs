//! The branch of a tree of messages that the person sees: from the last message up. Must end on any tree, also on one that
//! is none.

use std::collections::{HashMap, HashSet};

/// A message's place in the tree.
pub(crate) trait Node {
    /// The message it answers.
    fn parent(&self) -> Option<&str>;
    /// When it was written, to choose among ends.
    fn time(&self) -> f64;
}

/// Takes the nodes from `end` up to the root out of the tree, the first message first. Without a known end, the leaf that
/// was written last is it. None if there is no such leaf: every message has another behind it, in a circle.
pub(crate) fn branch<N: Node>(mut nodes: HashMap<String, N>, end: Option<&str>) -> Option<Vec<N>> {
    if nodes.is_empty() {
        return Some(Vec::new());
    }
    let mut next = match end.filter(|end| nodes.contains_key(*end)) {
        Some(end) => Some(end.to_owned()),
        None => Some(last_leaf(&nodes)?),
    };
    let mut branch = Vec::new();
    // A node is taken out, so a circle ends where it began.
    while let Some(node) = next.and_then(|id| nodes.remove(&id)) {
        next = node.parent().map(str::to_owned);
        branch.push(node);
    }
    branch.reverse();
    Some(branch)
}

fn last_leaf<N: Node>(nodes: &HashMap<String, N>) -> Option<String> {
    let parents: HashSet<&str> = nodes.values().filter_map(Node::parent).collect();
    let leaves = nodes.iter().filter(|(id, _)| !parents.contains(id.as_str()));
    let last = leaves.max_by(|(one_id, one), (other_id, other)| {
        // By name where the times are equal, so that the answer is always the same.
        one.time().total_cmp(&other.time()).then_with(|| one_id.cmp(other_id))
    });
    last.map(|(id, _)| id.clone())
}
