package id.pendopo.config.journeys;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.interfaces.RSAPublicKey;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configuration.OAuth2AuthorizationServerConfiguration;
import org.springframework.security.core.authority.FactorGrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.server.authorization.client.InMemoryRegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.web.filter.OncePerRequestFilter;

/** The OpenID provider of an office, on loopback: whoever comes is the person who sits there. */
final class FakeOffice implements AutoCloseable {

    private static final String SECRET = "rahasia-antara-kantor-dan-meja";
    private static final AtomicReference<Employee> SITS_THERE = new AtomicReference<>(new Employee("0", "nobody"));

    private final int port = DeskProcess.freePort();
    private ConfigurableApplicationContext context;

    /**
     * Whom the provider vouches for.
     *
     * @param methods {@code amr}
     */
    record Employee(String subject, String name, String... methods) {}

    String issuer() {
        return "http://127.0.0.1:" + port;
    }

    /** What the desk must be told to log people in by it. */
    Map<String, String> settings() {
        return Map.of(
                "PENDOPO_SECURITY_OIDC_ISSUER", issuer(),
                "PENDOPO_SECURITY_OIDC_CLIENTID", "desk",
                "PENDOPO_SECURITY_OIDC_CLIENTSECRET", SECRET,
                "PENDOPO_SECURITY_OIDC_NAME", "SSO Wanasari",
                "PENDOPO_SECURITY_OIDC_SECONDFACTORAMR", "otp,mfa");
    }

    /** @param desk its public address, which is all that codes are sent to */
    void open(String desk) {
        context = new SpringApplicationBuilder(Provider.class)
                .properties(Map.of(
                        "office.port",
                        "" + port,
                        "office.desk",
                        desk,
                        "spring.main.banner-mode",
                        "off",
                        "spring.config.name",
                        "office"))
                .run();
    }

    void seat(Employee employee) {
        SITS_THERE.set(employee);
    }

    @Override
    public void close() {
        if (context != null) {
            context.close();
        }
    }

    @SpringBootConfiguration(proxyBeanMethods = false)
    @EnableWebSecurity
    static class Provider {

        @Bean
        TomcatServletWebServerFactory server(org.springframework.core.env.Environment settings) throws IOException {
            TomcatServletWebServerFactory server =
                    new TomcatServletWebServerFactory(settings.getRequiredProperty("office.port", Integer.class));
            server.setAddress(java.net.InetAddress.getLoopbackAddress());
            server.setRegisterDefaultServlet(true); // Where there is no servlet, no filter is asked.
            return server;
        }

        @Bean
        SecurityFilterChain chain(HttpSecurity http) {
            return http.oauth2AuthorizationServer(office -> office.oidc(Customizer.withDefaults()))
                    .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                    .addFilterAfter(new SitsThere(), SecurityContextHolderFilter.class)
                    .build();
        }

        @Bean
        RegisteredClientRepository clients(org.springframework.core.env.Environment settings) {
            return new InMemoryRegisteredClientRepository(RegisteredClient.withId("desk")
                    .clientId("desk")
                    .clientSecret("{noop}" + SECRET)
                    .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                    .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                    .redirectUri(settings.getRequiredProperty("office.desk") + "/login/oauth2/code/office")
                    .scope("openid")
                    .scope("profile")
                    .clientSettings(ClientSettings.builder()
                            .requireProofKey(true)
                            .requireAuthorizationConsent(false)
                            .build())
                    .build());
        }

        @Bean
        AuthorizationServerSettings address(org.springframework.core.env.Environment settings) {
            return AuthorizationServerSettings.builder()
                    .issuer("http://127.0.0.1:" + settings.getRequiredProperty("office.port"))
                    .build();
        }

        @Bean
        JWKSource<SecurityContext> keys() throws NoSuchAlgorithmException {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            KeyPair pair = generator.generateKeyPair();
            return new ImmutableJWKSet<>(new JWKSet(new RSAKey.Builder((RSAPublicKey) pair.getPublic())
                    .privateKey(pair.getPrivate())
                    .keyID("k1")
                    .build()));
        }

        @Bean
        JwtDecoder decoder(JWKSource<SecurityContext> keys) {
            return OAuth2AuthorizationServerConfiguration.jwtDecoder(keys);
        }

        @Bean
        OAuth2TokenCustomizer<JwtEncodingContext> claims() {
            return token -> {
                Employee employee = SITS_THERE.get();
                token.getClaims().claim("preferred_username", employee.name());
                if (employee.methods().length > 0) {
                    token.getClaims().claim("amr", List.of(employee.methods()));
                }
            };
        }
    }

    private static final class SitsThere extends OncePerRequestFilter {

        @Override
        protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                throws ServletException, IOException {
            if (request.getRequestURI().equals("/oauth2/authorize")) {
                SecurityContextHolder.setContext(
                        new SecurityContextImpl(UsernamePasswordAuthenticationToken.authenticated(
                                SITS_THERE.get().subject(),
                                "",
                                List.of(FactorGrantedAuthority.fromAuthority(
                                        FactorGrantedAuthority.PASSWORD_AUTHORITY)))));
            }
            chain.doFilter(request, response);
        }
    }
}
