package id.pendopo.config.sessions;

import id.pendopo.config.sessions.SessionValue.FormToken;
import id.pendopo.config.sessions.SessionValue.Login;
import id.pendopo.config.sessions.SessionValue.Notice;
import id.pendopo.config.sessions.SessionValue.Notices;
import id.pendopo.config.sessions.SessionValue.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.DefaultCsrfToken;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.web.servlet.FlashMap;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * The serialisation of session attributes: a closed set of kinds, as JSON. Java serialisation would run what somebody
 * wrote into the table, and would break whenever a class is renamed.
 */
final class SessionValues {

    private static final Logger log = LoggerFactory.getLogger(SessionValues.class);

    private final JsonMapper json = JsonMapper.builder().build();

    /** @throws IllegalArgumentException a module keeps what no other node could read: keep a text instead */
    byte[] write(Object attribute) {
        return json.writerFor(SessionValue.class).writeValueAsBytes(value(attribute));
    }

    /** @return nothing for what another version of the desk wrote and this one cannot read */
    @Nullable
    Object read(byte[] stored) {
        try {
            return attribute(json.readValue(stored, SessionValue.class));
        } catch (JacksonException | IllegalArgumentException strange) {
            log.warn("An attribute of a session cannot be read by this version and is left out");
            return null;
        }
    }

    private static SessionValue value(Object attribute) {
        return switch (attribute) {
            case String text -> new Text(text);
            case SecurityContext context -> login(context.getAuthentication());
            case CsrfToken token -> new FormToken(token.getToken());
            case List<?> maps
            when maps.stream().allMatch(FlashMap.class::isInstance) ->
                new Notices(maps.stream().map(map -> notice((FlashMap) map)).toList());
            default ->
                throw new IllegalArgumentException(
                        "a session keeps texts, not " + attribute.getClass().getName());
        };
    }

    private static Object attribute(SessionValue value) {
        return switch (value) {
            case Text(String text) -> text;
            case Login(String name, List<String> authorities) ->
                new SecurityContextImpl(UsernamePasswordAuthenticationToken.authenticated(
                        name, "", AuthorityUtils.createAuthorityList(authorities)));
            case FormToken(String token) -> new DefaultCsrfToken("X-CSRF-TOKEN", "_csrf", token);
            case Notices(List<Notice> notices) ->
                new CopyOnWriteArrayList<>(
                        notices.stream().map(SessionValues::flashMap).toList());
        };
    }

    private static Login login(@Nullable Authentication who) {
        if (who == null) {
            throw new IllegalArgumentException("nobody is logged in");
        }
        return new Login(who.getName(), authorities(who));
    }

    private static List<String> authorities(Authentication who) {
        List<String> names = new ArrayList<>();
        for (GrantedAuthority granted : who.getAuthorities()) {
            Optional.ofNullable(granted.getAuthority()).ifPresent(names::add);
        }
        return names;
    }

    private static Notice notice(FlashMap map) {
        return new Notice(
                Optional.ofNullable(map.getTargetRequestPath()),
                Map.copyOf(map.getTargetRequestParams()),
                map.getExpirationTime(),
                map.entrySet().stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, entry -> String.valueOf(entry.getValue()))));
    }

    private static FlashMap flashMap(Notice notice) {
        FlashMap map = new FlashMap();
        map.setTargetRequestPath(notice.path().orElse(null));
        map.addTargetRequestParams(new LinkedMultiValueMap<>(notice.parameters()));
        map.setExpirationTime(notice.expires());
        map.putAll(notice.texts());
        return map;
    }
}
