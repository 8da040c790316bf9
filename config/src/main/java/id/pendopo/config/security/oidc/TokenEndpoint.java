package id.pendopo.config.security.oidc;

import org.springframework.http.converter.FormHttpMessageConverter;
import org.springframework.security.oauth2.client.endpoint.DefaultOAuth2TokenRequestHeadersConverter;
import org.springframework.security.oauth2.client.endpoint.DefaultOAuth2TokenRequestParametersConverter;
import org.springframework.security.oauth2.client.endpoint.OAuth2AccessTokenResponseClient;
import org.springframework.security.oauth2.client.endpoint.OAuth2AuthorizationCodeGrantRequest;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.endpoint.OAuth2AccessTokenResponse;
import org.springframework.security.oauth2.core.http.converter.OAuth2AccessTokenResponseHttpMessageConverter;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/**
 * The client of the provider's token endpoint. Spring Security's own one takes any HTTP client that it finds, before it can be given
 * another; the one that it would find ships without its connections.
 */
final class TokenEndpoint implements OAuth2AccessTokenResponseClient<OAuth2AuthorizationCodeGrantRequest> {

    private final DefaultOAuth2TokenRequestHeadersConverter<OAuth2AuthorizationCodeGrantRequest> headers =
            new DefaultOAuth2TokenRequestHeadersConverter<>();
    private final DefaultOAuth2TokenRequestParametersConverter<OAuth2AuthorizationCodeGrantRequest> parameters =
            new DefaultOAuth2TokenRequestParametersConverter<>();
    private final RestClient http = RestClient.builder()
            .requestFactory(OfficeProvider.requests())
            .configureMessageConverters(converters -> converters
                    .addCustomConverter(new FormHttpMessageConverter())
                    .addCustomConverter(new OAuth2AccessTokenResponseHttpMessageConverter()))
            .build();

    /** @throws OAuth2AuthorizationException the provider is away, or does not take the code */
    @Override
    public OAuth2AccessTokenResponse getTokenResponse(OAuth2AuthorizationCodeGrantRequest request) {
        try {
            OAuth2AccessTokenResponse answer = http.post()
                    .uri(request.getClientRegistration().getProviderDetails().getTokenUri())
                    .headers(sent -> sent.addAll(headers.convert(request)))
                    .body(parameters.convert(request))
                    .retrieve()
                    .body(OAuth2AccessTokenResponse.class);
            if (answer != null) {
                return answer;
            }
        } catch (RestClientException refused) {
            throw new OAuth2AuthorizationException(new OAuth2Error("invalid_token_response"), refused);
        }
        throw new OAuth2AuthorizationException(new OAuth2Error("invalid_token_response"));
    }
}
