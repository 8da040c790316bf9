package id.pendopo.config.security.oidc;

import java.util.Objects;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenDecoderFactory;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenValidator;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.converter.ClaimTypeConverter;
import org.springframework.security.oauth2.jwt.JwtDecoderFactory;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.client.RestTemplate;

/** The decoder of ID tokens: issuer, audience, nonce, times and an RS256 or ES256 signature by the provider's published keys. */
@Configuration(proxyBeanMethods = false)
class IdTokens {

    /** Made once, as it remembers the provider's keys. */
    @Bean
    JwtDecoderFactory<ClientRegistration> idTokenDecoders(OfficeProvider provider) {
        SingletonSupplier<NimbusJwtDecoder> decoder = SingletonSupplier.of(() -> decoder(provider));
        return _ -> decoder.obtain();
    }

    private static NimbusJwtDecoder decoder(OfficeProvider provider) {
        ClientRegistration registration = Objects.requireNonNull(provider.findByRegistrationId(OfficeProvider.ID));
        NimbusJwtDecoder decoder = NimbusJwtDecoder.withJwkSetUri(
                        Objects.requireNonNull(registration.getProviderDetails().getJwkSetUri()))
                .restOperations(new RestTemplate(OfficeProvider.requests()))
                .discoverJwsAlgorithms()
                .build();
        decoder.setJwtValidator(JwtValidators.createDefaultWithValidators(new OidcIdTokenValidator(registration)));
        decoder.setClaimSetConverter(
                new ClaimTypeConverter(OidcIdTokenDecoderFactory.createDefaultClaimTypeConverters()));
        return decoder;
    }
}
