package id.pendopo.knowledge.editor;

import java.util.Set;

/** Slug validation. Names for good: those of articles and services stand in addresses. */
public final class Names {

    private static final String NAME = "[a-z0-9]++(?:-[a-z0-9]++)*+";
    private static final int MOST_CHARACTERS = 80;

    /** Pages of the desk have these addresses. */
    private static final Set<String> TAKEN = Set.of("new", "try", "export", "import", "usefulness", "gaps");

    private Names() {}

    public static boolean fits(String name) {
        return name.matches(NAME) && name.length() <= MOST_CHARACTERS;
    }

    /** Whether an article could never be opened under this name. */
    public static boolean taken(String slug) {
        return TAKEN.contains(slug);
    }
}
