package id.pendopo.config.pages;

import id.pendopo.config.AgencyProperties;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.util.WebUtils;

/** Gives every page its frame: the agency, the menu that this visitor may see, where the language switch leads. */
@ControllerAdvice
class LayoutAdvice {

    private final AgencyProperties agency;
    private final List<Entry> menu;

    LayoutAdvice(
            AgencyProperties agency,
            ObjectProvider<id.pendopo.channels.MenuEntry> channels,
            ObjectProvider<id.pendopo.knowledge.MenuEntry> knowledge,
            ObjectProvider<id.pendopo.ticketing.MenuEntry> ticketing) {
        this.agency = agency;
        this.menu = Stream.of(
                        channels.stream().map(e -> new Entry(e.path(), e.label(), e.authority(), e.order())),
                        knowledge.stream().map(e -> new Entry(e.path(), e.label(), e.authority(), e.order())),
                        ticketing.stream().map(e -> new Entry(e.path(), e.label(), e.authority(), e.order())),
                        Stream.of(new Entry("/admin", "config.menu.admin", "admin", 90)))
                .flatMap(entries -> entries)
                .sorted(Comparator.comparingInt(Entry::order))
                .toList();
    }

    /** A line of the menu. */
    record Entry(String path, String label, String authority, int order) {

        boolean isPublic() {
            return authority.isEmpty();
        }
    }

    @ModelAttribute("agency")
    AgencyProperties agency() {
        return agency;
    }

    /** What citizens may open. */
    @ModelAttribute("citizenMenu")
    List<Entry> citizenMenu() {
        return menu.stream().filter(Entry::isPublic).toList();
    }

    /** What this person may open besides. */
    @ModelAttribute("deskMenu")
    List<Entry> deskMenu() {
        Authentication who = SecurityContextHolder.getContext().getAuthentication();
        return menu.stream()
                .filter(entry -> !entry.isPublic() && who != null && holds(who, entry.authority()))
                .toList();
    }

    /** The log-in name, empty for citizens. */
    @ModelAttribute("user")
    String user(HttpServletRequest request) {
        String name = request.getRemoteUser();
        return name == null ? "" : name;
    }

    /** {@code light} or {@code dark} if the visitor chose, otherwise empty: the device decides. */
    @ModelAttribute("theme")
    String theme(HttpServletRequest request) {
        if (request.getAttribute(ThemeInterceptor.COOKIE) instanceof String chosen) {
            return chosen;
        }
        Cookie cookie = WebUtils.getCookie(request, ThemeInterceptor.COOKIE);
        return cookie != null && ThemeInterceptor.THEMES.contains(cookie.getValue()) ? cookie.getValue() : "";
    }

    @ModelAttribute("path")
    String path(HttpServletRequest request) {
        return request.getRequestURI();
    }

    private static boolean holds(Authentication who, String authority) {
        return who.getAuthorities().stream().anyMatch(granted -> authority.equals(granted.getAuthority()));
    }
}
