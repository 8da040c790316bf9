package id.pendopo.config.push;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which push services are believed, and as whom the desk speaks to them.
 *
 * @param services hosts of the browsers' makers, asked by https; {@code .notify.windows.com} for every host below it, and
 *     a whole origin for a service of the office's own, as {@code http://127.0.0.1:8090}, trusted as it stands
 * @param contact whom a push service may tell when something is wrong, as {@code mailto:} or {@code https:} address; without
 *     it the public address
 */
@ConfigurationProperties("pendopo.push")
record PushProperties(
        @DefaultValue({"fcm.googleapis.com", ".push.services.mozilla.com", ".push.apple.com", ".notify.windows.com"})
        List<String> services,

        @DefaultValue("") String contact) {

    PushProperties {
        services = List.copyOf(services);
        if (!contact.matches("|(mailto:|https://).+")) {
            throw new IllegalArgumentException("pendopo.push.contact is a mailto: or an https: address");
        }
    }
}
