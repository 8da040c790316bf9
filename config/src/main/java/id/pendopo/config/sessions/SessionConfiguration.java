package id.pendopo.config.sessions;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import id.pendopo.ui.VisitorCookie;
import jakarta.servlet.DispatcherType;
import java.net.URI;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.session.autoconfigure.DefaultCookieSerializerCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.convert.ConversionService;
import org.springframework.core.convert.TypeDescriptor;
import org.springframework.core.convert.converter.GenericConverter;
import org.springframework.core.convert.support.GenericConversionService;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.session.jdbc.PostgreSqlJdbcIndexedSessionRepositoryCustomizer;
import org.springframework.session.web.http.SessionRepositoryFilter;

/** Bean configuration of HTTP sessions in PostgreSQL; Boot makes the repository and its filter. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
class SessionConfiguration {

    /** Its name is the one that Spring Session looks for. */
    @Bean
    ConversionService springSessionConversionService() {
        SessionValues values = new SessionValues();
        GenericConversionService service = new GenericConversionService();
        service.addConverter(Object.class, byte[].class, values::write);
        service.addConverter(new Reading(values));
        return service;
    }

    /** Nothing for what cannot be read, which a plain converter may not say. */
    private record Reading(SessionValues values) implements GenericConverter {

        @Override
        public Set<ConvertiblePair> getConvertibleTypes() {
            return Set.of(new ConvertiblePair(byte[].class, Object.class));
        }

        @Override
        public @Nullable Object convert(@Nullable Object stored, TypeDescriptor from, TypeDescriptor to) {
            return stored instanceof byte[] bytes ? values.read(bytes) : null;
        }
    }

    /** By the public address, as every cookie that proves who somebody is: a proxy may forget that it was asked by HTTPS. */
    @Bean
    DefaultCookieSerializerCustomizer secureWhereTheDeskIs(
            @Value("${pendopo.public-url:http://127.0.0.1:8080}") URI publicUrl) {
        return cookie -> {
            cookie.setCookieName(cookieName(publicUrl));
            if (secure(publicUrl)) {
                cookie.setUseSecureCookie(true);
            }
        };
    }

    private static String cookieName(URI publicUrl) {
        return VisitorCookie.hostName("SESSION", secure(publicUrl));
    }

    private static boolean secure(URI publicUrl) {
        return "https".equalsIgnoreCase(publicUrl.getScheme());
    }

    /** Two requests of one browser may set the same attribute at once. */
    @Bean
    PostgreSqlJdbcIndexedSessionRepositoryCustomizer upsertedAttributes() {
        return new PostgreSqlJdbcIndexedSessionRepositoryCustomizer();
    }

    @Bean
    FilterRegistrationBean<SessionsAwayFilter> sessionsAway(
            @Value("${pendopo.public-url:http://127.0.0.1:8080}") URI publicUrl) {
        FilterRegistrationBean<SessionsAwayFilter> first =
                new FilterRegistrationBean<>(new SessionsAwayFilter(cookieName(publicUrl)));
        first.setOrder(SessionRepositoryFilter.DEFAULT_ORDER - 1);
        first.setDispatcherTypes(DispatcherType.REQUEST, DispatcherType.ERROR);
        return first;
    }

    /** Right behind the filter that brings the sessions. */
    @Bean
    FilterRegistrationBean<VisitorSessionsFilter> boundedVisitorSessions(VisitorSessions sessions) {
        FilterRegistrationBean<VisitorSessionsFilter> bounded =
                new FilterRegistrationBean<>(new VisitorSessionsFilter(sessions));
        bounded.setOrder(SessionRepositoryFilter.DEFAULT_ORDER + 1);
        return bounded;
    }

    /** The retention job of sessions: what nobody used for too long is deleted, and what began too long ago. */
    @Bean
    RecurringTask<Void> sessionsJob(JdbcIndexedSessionRepository sessions, SessionLifetime lifetime) {
        return Tasks.recurring("http-sessions", FixedDelay.ofMinutes(5)).execute((_, _) -> {
            sessions.cleanUpExpiredSessions();
            lifetime.end();
        });
    }
}
