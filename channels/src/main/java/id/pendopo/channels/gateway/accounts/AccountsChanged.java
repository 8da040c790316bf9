package id.pendopo.channels.gateway.accounts;

import java.util.Set;

/**
 * An event of this node: accounts were added, changed, switched on or off.
 *
 * @param names of all that are not what they were
 */
public record AccountsChanged(Set<String> names) {

    public AccountsChanged {
        names = Set.copyOf(names);
    }
}
