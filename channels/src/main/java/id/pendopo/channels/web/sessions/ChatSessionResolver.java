package id.pendopo.channels.web.sessions;

import id.pendopo.channels.web.ChatFailed;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.HandlerMapping;

/** Gives a handler the session that the request proves: by its token in the header, or by our own page's cookie. */
@Component
public final class ChatSessionResolver implements HandlerMethodArgumentResolver {

    /** In any case: https://www.rfc-editor.org/rfc/rfc9110#section-11.1 */
    private static final String BEARER = "Bearer ";

    private final ChatSessions sessions;
    private final ChatCookie cookie;

    ChatSessionResolver(ChatSessions sessions, ChatCookie cookie) {
        this.sessions = sessions;
        this.cookie = cookie;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == ChatSession.class;
    }

    @Override
    public ChatSession resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest webRequest,
            @Nullable WebDataBinderFactory binders) {
        HttpServletRequest request = (HttpServletRequest) webRequest.getNativeRequest();
        refuseTokenInQuery(request);
        String conversation = conversation(request);
        @Nullable String authorization = request.getHeader(HttpHeaders.AUTHORIZATION);
        Optional<ChatSession> session = authorization != null
                        && authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())
                ? sessions.find(
                        conversation, authorization.substring(BEARER.length()).strip())
                : cookie.session(request).filter(own -> own.conversation().equals(conversation));
        return session.orElseThrow(() -> new ChatFailed(HttpStatus.UNAUTHORIZED, "token"));
    }

    /** Addresses end up in logs and histories, so a token there is as good as published. */
    private static void refuseTokenInQuery(HttpServletRequest request) {
        String query = Optional.ofNullable(request.getQueryString()).orElse("");
        if (Stream.of(query.split("&")).anyMatch(pair -> pair.matches("(?i)(access_)?token=.*"))) {
            throw new ChatFailed(HttpStatus.BAD_REQUEST, "token-in-query");
        }
    }

    private static String conversation(HttpServletRequest request) {
        Map<?, ?> variables = (Map<?, ?>) request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE);
        return String.valueOf(variables.get("conversation"));
    }
}
