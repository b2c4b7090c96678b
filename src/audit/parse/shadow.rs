//! Shadow trees written in the page are put where readers meet them: in their host, with the host's content in their slots.

use crate::audit::tree::{Id, Tree};

/// Returns the tree as readers meet it.
pub fn flattened(mut tree: Tree) -> Tree {
    let hosts: Vec<Id> = tree
        .descendants(Tree::ROOT)
        .filter(|id| tree.element(*id).is_some_and(|element| element.contents.is_some()) && !tree.is(*id, "template"))
        .collect();
    for (at, host) in hosts.into_iter().enumerate() {
        let scope = u32::try_from(at + 1).unwrap_or(u32::MAX);
        if let Some(contents) = tree.element_mut(host).and_then(|element| element.contents.take()) {
            opens(&mut tree, host, contents, scope);
        }
    }
    tree
}

fn opens(tree: &mut Tree, host: Id, contents: Id, scope: u32) {
    let light: Vec<Id> = tree.children(host).collect();
    for child in &light {
        tree.detach(*child);
    }
    let inner: Vec<Id> = tree.descendants(contents).collect();
    let roots: Vec<Id> = tree.children(contents).collect();
    for id in &inner {
        if let Some(element) = tree.element_mut(*id) {
            element.scope = scope;
        }
    }
    for root in roots {
        tree.append(host, root);
    }
    let slots: Vec<Id> = inner.into_iter().filter(|id| tree.is(*id, "slot")).collect();
    for child in light {
        let wanted = tree.get(child, "slot").unwrap_or("").to_string();
        let slot = slots.iter().copied().find(|slot| tree.get(*slot, "name").unwrap_or("") == wanted);
        let Some(slot) = slot else { continue };
        // What a slot holds itself is shown only where nothing is put in.
        let own: Vec<Id> =
            tree.children(slot).filter(|own| tree.element(*own).is_none_or(|element| element.scope == scope)).collect();
        let given = tree.children(slot).count() > own.len();
        if !given && tree.element(child).is_some() {
            for id in own {
                tree.detach(id);
            }
        }
        tree.append(slot, child);
    }
}
