package id.pendopo.ui;

import java.util.function.Predicate;

/**
 * Navigation entry: a page that the layout's menu offers to those who may open it. A module makes one bean for each of its
 * pages.
 *
 * @param path of the page, from the root
 * @param label a key of the message bundle
 * @param authority what its reader must hold, the same that the page asks for; empty for everybody
 * @param order smallest first; a person's first entry is where their log-in leads
 */
public record MenuEntry(String path, String label, String authority, int order) {

    public MenuEntry {
        if (!path.startsWith("/") || label.isBlank()) {
            throw new IllegalArgumentException("an entry needs a path from the root and a label: " + path);
        }
    }

    /** Whether citizens may open it, and so everybody. */
    public boolean isPublic() {
        return authority.isEmpty();
    }

    /** @param holds whether the person in front of the page holds an authority */
    public boolean visibleTo(Predicate<String> holds) {
        return isPublic() || holds.test(authority);
    }
}
