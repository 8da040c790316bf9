package id.pendopo.ticketing.naming;

import id.pendopo.ticketing.Names;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of names.
 *
 * @param languages tags of the languages in which the desk's things are named; the first is its own, which stands in for
 *     what is missing in another
 */
@ConfigurationProperties("pendopo.ticketing")
record NamingProperties(
        @DefaultValue({"id", "en", "jv", "su"}) List<String> languages) {

    NamingProperties {
        if (languages.isEmpty() || !languages.stream().allMatch(Names::isTag)) {
            throw new IllegalArgumentException("pendopo.ticketing.languages: tags such as id,en, the desk's own first");
        }
        languages = List.copyOf(languages);
    }
}
