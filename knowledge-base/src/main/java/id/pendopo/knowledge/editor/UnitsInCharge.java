package id.pendopo.knowledge.editor;

import id.pendopo.knowledge.ArticleOwners;
import id.pendopo.knowledge.articles.Card;
import id.pendopo.ui.CountryPack;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Who looks after an article, by name: its unit, or the one that everything belongs to that has no other. */
@Component
class UnitsInCharge {

    private final ObjectProvider<ArticleOwners> owners;
    private final String usual;

    UnitsInCharge(ObjectProvider<ArticleOwners> owners, CountryPack pack) {
        this.owners = owners;
        this.usual = pack.setting("unit").orElse("");
    }

    /** The units by key; none where nobody knows them, and whoever looks after an article is written as a text. */
    Map<String, String> names(Locale reader) {
        return Optional.ofNullable(owners.getIfAvailable())
                .map(known -> known.names(reader))
                .orElse(Map.of());
    }

    /** The name of the unit that looks after what has no owner; empty where there is none. */
    String usual(Locale reader) {
        return names(reader).getOrDefault(usual, "");
    }

    /** By its name in words; empty for nobody. */
    String of(Card card, Map<String, String> names) {
        return card.owner().map(owner -> names.getOrDefault(owner, owner)).orElse(names.getOrDefault(usual, ""));
    }
}
