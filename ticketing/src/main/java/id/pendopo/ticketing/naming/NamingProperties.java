package id.pendopo.ticketing.naming;

import id.pendopo.ticketing.Names;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Settings of names.
 *
 * @param languages tags of the languages in which the desk's things are named; the first is its own, which stands in for
 *     what is missing in another; those of the country pack if it is left out
 */
@ConfigurationProperties("pendopo.ticketing")
record NamingProperties(@Nullable List<String> languages) {

    NamingProperties {
        if (languages != null && (languages.isEmpty() || !languages.stream().allMatch(Names::isTag))) {
            throw new IllegalArgumentException("pendopo.ticketing.languages: tags such as id,en, the desk's own first");
        }
    }
}
