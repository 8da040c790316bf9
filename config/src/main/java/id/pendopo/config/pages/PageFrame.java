package id.pendopo.config.pages;

import id.pendopo.config.AgencyProperties;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.SmartView;
import org.springframework.web.servlet.view.UrlBasedViewResolver;
import org.springframework.web.util.WebUtils;

/**
 * Gives every page its frame: the agency, the menu that this visitor may see, where the language switch leads. Answers that
 * are no pages, those to providers above all, do not pay for it.
 */
@Component
class PageFrame implements HandlerInterceptor {

    private final AgencyProperties agency;
    private final List<Entry> menu;
    private final List<Entry> citizenMenu;

    PageFrame(
            AgencyProperties agency,
            ObjectProvider<id.pendopo.channels.MenuEntry> channels,
            ObjectProvider<id.pendopo.knowledge.MenuEntry> knowledge,
            ObjectProvider<id.pendopo.ticketing.MenuEntry> ticketing) {
        this.agency = agency;
        this.menu = Stream.of(
                        channels.stream().map(e -> new Entry(e.path(), e.label(), e.authority(), e.order())),
                        knowledge.stream().map(e -> new Entry(e.path(), e.label(), e.authority(), e.order())),
                        ticketing.stream().map(e -> new Entry(e.path(), e.label(), e.authority(), e.order())),
                        Stream.of(
                                new Entry("/admin", "config.menu.admin", "admin", 90),
                                new Entry("/admin/jobs", "config.menu.jobs", "admin", 95)))
                .flatMap(entries -> entries)
                .sorted(Comparator.comparingInt(Entry::order))
                .toList();
        this.citizenMenu = menu.stream().filter(Entry::isPublic).toList();
    }

    /** A line of the menu. */
    record Entry(String path, String label, String authority, int order) {

        boolean isPublic() {
            return authority.isEmpty();
        }
    }

    @Override
    public void postHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable ModelAndView page) {
        if (page == null || !page.hasView() || redirects(page)) {
            return;
        }
        page.getModelMap()
                .mergeAttributes(Map.of(
                        "agency",
                        agency,
                        "citizenMenu",
                        citizenMenu,
                        "deskMenu",
                        deskMenu(),
                        "user",
                        user(request),
                        "theme",
                        theme(request),
                        "path",
                        request.getRequestURI(),
                        "kept",
                        kept(request)));
    }

    private static boolean redirects(ModelAndView page) {
        String name = page.getViewName();
        return name == null
                ? page.getView() instanceof SmartView view && view.isRedirectView()
                : name.startsWith(UrlBasedViewResolver.REDIRECT_URL_PREFIX);
    }

    /** What this person may open beside what citizens may. */
    private List<Entry> deskMenu() {
        Authentication who = SecurityContextHolder.getContext().getAuthentication();
        return menu.stream()
                .filter(entry -> !entry.isPublic() && who != null && holds(who, entry.authority()))
                .toList();
    }

    /** The log-in name, empty for citizens. */
    private static String user(HttpServletRequest request) {
        String name = request.getRemoteUser();
        return name == null ? "" : name;
    }

    /** {@code light} or {@code dark} if the visitor chose, otherwise empty: the device decides. */
    private static String theme(HttpServletRequest request) {
        if (request.getAttribute(ThemeInterceptor.COOKIE) instanceof String chosen) {
            return chosen;
        }
        Cookie cookie = WebUtils.getCookie(request, ThemeInterceptor.COOKIE);
        return cookie != null && ThemeInterceptor.THEMES.contains(cookie.getValue()) ? cookie.getValue() : "";
    }

    /** What was asked of this page, without language and look: it goes before them in the links that change either. */
    private static String kept(HttpServletRequest request) {
        String query = request.getQueryString();
        return query == null
                ? ""
                : Stream.of(query.split("&"))
                        .filter(part -> !part.isEmpty() && !part.matches("(?:lang|theme)(?:=.*)?"))
                        .map(part -> part + "&")
                        .collect(Collectors.joining());
    }

    private static boolean holds(Authentication who, String authority) {
        return who.getAuthorities().stream().anyMatch(granted -> authority.equals(granted.getAuthority()));
    }
}
