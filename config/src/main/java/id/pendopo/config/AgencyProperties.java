package id.pendopo.config;

import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Whose desk this is, as the pages say it.
 *
 * @param name the agency's name
 * @param demo whether every page says that the agency is invented
 * @param sms the number for people without internet, as it is dialled
 * @param phone the number to call
 * @param telegram the bot's name, without the at sign
 */
@ConfigurationProperties("pendopo.agency")
public record AgencyProperties(
        @DefaultValue("Pendopo") String name,
        boolean demo,
        Optional<String> sms,
        Optional<String> phone,
        Optional<String> telegram) {}
