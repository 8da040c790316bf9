package id.pendopo.config.pages;

import id.pendopo.config.AgencyProperties;
import id.pendopo.config.agency.AgencyProfile;
import id.pendopo.config.agency.AgencySettings;
import id.pendopo.config.security.Menu;
import id.pendopo.ui.DeskNotices;
import id.pendopo.ui.VisitorCookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Gives every page its frame: the agency, the menu that this visitor may see, where the language switch leads. It stands in
 * the request before the page is made, so that a page about an error has it too. Answers that are no pages, those to
 * providers above all, do not pay for it.
 */
@Component
class PageFrame implements HandlerInterceptor {

    private final AgencySettings agency;
    private final boolean demo;
    private final Menu menu;
    private final List<DeskNotices> notices;

    PageFrame(AgencySettings agency, AgencyProperties configuration, Menu menu, List<DeskNotices> notices) {
        this.notices = List.copyOf(notices);
        this.agency = agency;
        this.demo = configuration.demo();
        this.menu = menu;
    }

    /** The agency as pages name it. */
    record Shown(String name, boolean demo, Optional<String> sms, Optional<String> phone, Optional<String> telegram) {}

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod) {
            Authentication who = SecurityContextHolder.getContext().getAuthentication();
            request.setAttribute("agency", shown());
            request.setAttribute("citizenMenu", menu.forCitizens());
            request.setAttribute("deskMenu", menu.forStaff(who));
            request.setAttribute("home", menu.home(who));
            request.setAttribute("notices", notices(who));
            request.setAttribute("user", user(request));
            request.setAttribute("theme", theme(request));
            request.setAttribute("path", request.getRequestURI());
            request.setAttribute("kept", kept(request));
        }
        return true;
    }

    private List<DeskNotices.Notice> notices(@Nullable Authentication who) {
        Set<String> holds = who == null
                ? Set.of()
                : who.getAuthorities().stream()
                        .map(granted -> Objects.toString(granted.getAuthority(), ""))
                        .collect(Collectors.toSet());
        return holds.isEmpty()
                ? List.of()
                : notices.stream()
                        .flatMap(one -> one.now().stream())
                        .filter(notice -> notice.authorities().stream().anyMatch(holds::contains))
                        .toList();
    }

    private Shown shown() {
        AgencyProfile now = agency.current().profile();
        return new Shown(now.name(), demo, now.sms(), now.phone(), now.telegram());
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
        return VisitorCookie.read(request, ThemeInterceptor.COOKIE)
                .filter(ThemeInterceptor.THEMES::contains)
                .orElse("");
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
}
