package id.pendopo.config.security;

import id.pendopo.ui.MenuEntry;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;

/** Role-based navigation: which pages a person may open, by the authorities of their role. */
@Component
public final class Menu {

    private static final String HALL = "/";

    private final List<MenuEntry> entries;
    private final List<MenuEntry> forCitizens;
    private final ObjectProvider<FirstPage> first;

    Menu(List<MenuEntry> entries, ObjectProvider<FirstPage> first) {
        this.first = first;
        this.entries = entries.stream()
                .sorted(Comparator.comparingInt(MenuEntry::order))
                .toList();
        this.forCitizens = this.entries.stream().filter(MenuEntry::isPublic).toList();
    }

    public List<MenuEntry> forCitizens() {
        return forCitizens;
    }

    /** What somebody may open beside what citizens may; empty for who is not logged in. */
    public List<MenuEntry> forStaff(@Nullable Authentication who) {
        return who == null
                ? List.of()
                : entries.stream()
                        .filter(entry -> !entry.isPublic() && entry.visibleTo(authority -> holds(who, authority)))
                        .toList();
    }

    /** The page that somebody's work begins on: what comes before all else, the first of their menu, or the hall. */
    public String home(@Nullable Authentication who) {
        Optional<String> before = who == null
                ? Optional.empty()
                : first.stream()
                        .map(one -> one.of(authority -> holds(who, authority)))
                        .flatMap(Optional::stream)
                        .findFirst();
        return before.orElseGet(() -> usual(who));
    }

    private String usual(@Nullable Authentication who) {
        return forStaff(who).stream().findFirst().map(MenuEntry::path).orElse(HALL);
    }

    private static boolean holds(Authentication who, String authority) {
        return who.getAuthorities().stream().anyMatch(granted -> authority.equals(granted.getAuthority()));
    }
}
