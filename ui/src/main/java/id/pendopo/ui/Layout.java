package id.pendopo.ui;

import java.util.List;
import java.util.Set;

/**
 * The layout's contract. A page's template hands its {@code main} to a fragment of the template {@code layout}, as in
 * {@code ~{layout :: page(~{::main})}}; the application's layout puts the frame around it, a module alone brings a plain one
 * in its test resources. A page sets {@link #TITLE} in its model and takes its looks from {@link #STYLES}; everything else
 * that a frame shows is the layout's business.
 */
public final class Layout {

    /** The frame of citizens' pages. */
    public static final String PAGE = "page";

    /** The frame of the pages of those who are logged in. */
    public static final String DESK = "desk";

    /** What a frame is called, and so the fragments that a layout must have. */
    public static final Set<String> FRAMES = Set.of(PAGE, DESK);

    /** Model attribute: the page's title in the reader's language, without the agency's name. */
    public static final String TITLE = "title";

    /** Tokens and components, in the order in which a face's own stylesheet builds on them. */
    public static final List<String> STYLES = List.of("/ui/tokens.css", "/ui/components.css");

    private Layout() {}
}
