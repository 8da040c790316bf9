package id.pendopo.config.security;

import id.pendopo.channels.Limits;
import id.pendopo.config.security.attempts.LoginAttempts;
import id.pendopo.config.security.oidc.OidcLogin;
import id.pendopo.config.security.passkeys.PasskeyLogin;
import id.pendopo.config.sessions.Sessions;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.security.config.annotation.method.configuration.EnableMethodSecurity;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.DefaultSecurityFilterChain;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.logout.HeaderWriterLogoutHandler;
import org.springframework.security.web.authentication.logout.LogoutHandler;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.security.web.header.writers.CacheControlHeadersWriter;
import org.springframework.security.web.header.writers.ContentSecurityPolicyHeaderWriter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.header.writers.StaticHeadersWriter;
import org.springframework.security.web.header.writers.XContentTypeOptionsHeaderWriter;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.AnyRequestMatcher;

/** Doors and locks: programs by key, people by log-in, citizens freely. */
@Configuration(proxyBeanMethods = false)
@EnableMethodSecurity
class SecurityConfiguration {

    /** Nothing from elsewhere, nothing inline. */
    private static final String CONTENT_POLICY =
            "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; form-action 'self';"
                    + " frame-ancestors 'none'";

    /** For what no browser shows: should one do so, nothing in it runs, and no page frames it. */
    private static final String CONTENT_POLICY_OF_PROGRAMS =
            "default-src 'none'; object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    @Bean
    PasswordEncoder passwordEncoder() {
        return new BoundedPasswordEncoder(PasswordEncoderFactories.createDelegatingPasswordEncoder());
    }

    @Bean
    LoginGate loginGate(Limits limits, LoginAttempts attempts, MeterRegistry meters) {
        return new LoginGate(limits, attempts, meters);
    }

    /** It stands in the chain of people; the server shall not call it for every request besides. */
    @Bean
    FilterRegistrationBean<LoginGate> loginGateInItsChainOnly(LoginGate gate) {
        FilterRegistrationBean<LoginGate> registration = new FilterRegistrationBean<>(gate);
        registration.setEnabled(false);
        return registration;
    }

    @Bean
    OpenStreams openStreams(Sessions sessions, TaskScheduler scheduler) {
        return new OpenStreams(sessions, scheduler);
    }

    /** It stands in the chain of people as well. */
    @Bean
    FilterRegistrationBean<OpenStreams> openStreamsInTheirChainOnly(OpenStreams streams) {
        FilterRegistrationBean<OpenStreams> registration = new FilterRegistrationBean<>(streams);
        registration.setEnabled(false);
        return registration;
    }

    /** Requests are counted and timed as a whole already; each filter of each chain on its own tells nobody anything. */
    @Bean
    SecurityObservationSettings securityObservations() {
        return SecurityObservationSettings.noObservations();
    }

    /** Providers prove themselves by their signatures; nothing here may read the body before that. */
    @Bean
    @Order(0)
    SecurityFilterChain providers() {
        return new DefaultSecurityFilterChain(
                PathPatternRequestMatcher.pathPattern("/webhooks/**"),
                new HeaderWriterFilter(List.of(
                        new XContentTypeOptionsHeaderWriter(),
                        new CacheControlHeadersWriter(),
                        new ContentSecurityPolicyHeaderWriter(CONTENT_POLICY_OF_PROGRAMS))));
    }

    @Bean
    @Order(1)
    SecurityFilterChain programs(HttpSecurity http, ApiKeys keys) {
        return http.securityMatcher("/api/v1/**", "/actuator/**")
                .csrf(csrf -> csrf.disable())
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .addFilterBefore(new ApiKeyFilter(keys), AuthorizationFilter.class)
                .headers(headers ->
                        headers.contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_POLICY_OF_PROGRAMS)))
                .authorizeHttpRequests(requests -> requests.requestMatchers("/actuator/health/**")
                        .permitAll()
                        .requestMatchers("/actuator/**")
                        .hasAuthority("ops")
                        .anyRequest()
                        .authenticated())
                .exceptionHandling(errors -> errors.authenticationEntryPoint((request, response, e) -> problem(
                                response, HttpStatus.UNAUTHORIZED, "A key is needed: Authorization: Bearer KEY."))
                        .accessDeniedHandler((request, response, e) ->
                                problem(response, HttpStatus.FORBIDDEN, "This key's role may not do that.")))
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain staffAndVisitors(
            HttpSecurity http,
            Users users,
            LoginResults results,
            LoginGate gate,
            OpenStreams streams,
            OidcLogin office,
            PasskeyLogin passkeys,
            List<LogoutHandler> afterwards,
            @Value("${pendopo.public-url:http://127.0.0.1:8080}") URI publicUrl) {
        office.into(http, results);
        passkeys.into(http, users, results);
        return http.csrf(csrf -> csrf.csrfTokenRepository(new TokensOfPages())
                        .ignoringRequestMatchers("/api/**", "/chat/**", "/report/**", "/track/**", "/help/**"))
                .authorizeHttpRequests(requests -> requests.requestMatchers("/desk/knowledge/**")
                        .hasAuthority("knowledge:read")
                        .requestMatchers("/desk/outbox/**", "/desk/supervise/**")
                        .hasAuthority("desk:supervise")
                        .requestMatchers("/desk/**")
                        .hasAuthority("desk:read")
                        .requestMatchers("/admin/**")
                        .hasAuthority("admin")
                        .requestMatchers("/login/factor/**")
                        .hasAuthority(PendingStep.GIVE_FACTOR.authority())
                        .requestMatchers("/password/factor/**")
                        .hasAnyAuthority(Users.ACCOUNT, PendingStep.SET_UP_FACTOR.authority())
                        .requestMatchers("/password/devices/**")
                        .hasAuthority(Users.ACCOUNT)
                        .requestMatchers("/password/**")
                        .hasAnyAuthority(Users.ACCOUNT, PendingStep.CHOOSE_PASSWORD.authority())
                        .anyRequest()
                        .permitAll())
                .formLogin(
                        form -> form.loginPage("/login").successHandler(results).failureHandler(results))
                .addFilterAfter(gate, CsrfFilter.class)
                .addFilterAfter(new AuthoritiesNow(users), SecurityContextHolderFilter.class)
                .addFilterBefore(streams, AuthorizationFilter.class)
                .exceptionHandling(errors -> errors.accessDeniedHandler(new PendingStep.First()))
                // Log-in leads to where the role works; to remember each closed door would make a session for every
                // passer-by.
                .requestCache(cache -> cache.disable())
                .logout(logout -> {
                    afterwards.forEach(logout::addLogoutHandler);
                    logout.addLogoutHandler(forgetting()).logoutSuccessUrl("/");
                })
                .headers(headers -> headers.contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_POLICY))
                        .httpStrictTransportSecurity(policy -> encrypted(policy, publicUrl))
                        .referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN))
                        .permissionsPolicyHeader(
                                policy -> policy.policy("camera=(), microphone=(), geolocation=(self)")))
                .build();
    }

    /** At a shared desk the next one shall not find what was typed and not sent, nor be told of alarms: workers go as well. */
    private static LogoutHandler forgetting() {
        return new HeaderWriterLogoutHandler(new StaticHeadersWriter("Clear-Site-Data", "\"storage\""));
    }

    /** By the public address: a proxy may forget to say that it was asked by HTTPS. */
    private static void encrypted(HeadersConfigurer<HttpSecurity>.HstsConfig policy, URI publicUrl) {
        if ("https".equalsIgnoreCase(publicUrl.getScheme())) {
            policy.requestMatcher(AnyRequestMatcher.INSTANCE);
        }
    }

    /** What no field of a form means, and no database takes, is no request. */
    @Bean
    HttpFirewall firewall() {
        StrictHttpFirewall firewall = new StrictHttpFirewall();
        firewall.setAllowedParameterValues(value -> value.indexOf('\0') < 0);
        firewall.setAllowedParameterNames(name -> name.indexOf('\0') < 0);
        return firewall;
    }

    private static void problem(HttpServletResponse response, HttpStatus status, String detail) throws IOException {
        response.setStatus(status.value());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.getWriter()
                .write("{\"type\":\"about:blank\",\"title\":\"%s\",\"status\":%d,\"detail\":\"%s\"}"
                        .formatted(status.getReasonPhrase(), status.value(), detail));
    }
}
