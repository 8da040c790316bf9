package id.pendopo.config.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Every rule of the packages fails where somebody breaks it: {@code id.pendopo.planted} breaks them all. */
class PlantedBreachTests {

    private static final JavaClasses PLANTED = new ClassFileImporter().importPackages("id.pendopo.planted");

    private static String breaches(ArchRule rule) {
        return String.join("\n", rule.evaluate(PLANTED).getFailureReport().getDetails());
    }

    @Test
    void aStereotypeInARootPackageIsFound() {
        assertThat(breaches(PackageRules.aRootPackageHasNoStereotype())).contains("StereotypeInTheRoot");
    }

    @Test
    void aRootPackageThatLooksBelowIsFound() {
        assertThat(breaches(PackageRules.aRootPackageUsesNothingBelow())).contains("RootThatLooksBelow");
    }

    @Test
    void aCrowdedPackageIsFound() {
        assertThat(breaches(PackageRules.aPackageHasAtMost(30))).isEqualTo("id.pendopo.planted.crowd has 31 classes");
    }

    @Test
    void aCircleOfPackagesIsFound() {
        assertThat(breaches(PackageRules.packagesAreFreeOfCircles())).contains("planted.left", "planted.right");
    }

    @Test
    void aKnotOfFourIsFoundAndOneOfTwoIsNot() {
        assertThat(breaches(PackageRules.noKnotOfMoreThan(3)))
                .contains("knot.First", "knot.Second", "knot.Third", "knot.Fourth")
                .doesNotContain("Pair");
    }

    @Test
    void aControllerBesideATableIsFound() {
        assertThat(breaches(PackageRules.controllersNameNoTable())).contains("ControllerWithATable");
    }

    @Test
    void aTableThatTwoPackagesNameIsFound() {
        Map<String, List<String>> literals = Map.of(
                "one", List.of("select *\nfrom planted_table where id = 1"),
                "two", List.of("update planted_table set id = 2", "insert into other_table values (1)"),
                "three", List.of("words from planted_tables"));

        assertThat(SourceRules.namedByMoreThanOne(Set.of("planted_table", "other_table"), literals))
                .isEqualTo(Map.of("planted_table", Set.of("one", "two")));
    }

    @Test
    void aKindOfChannelNamedElsewhereIsFound() {
        Map<String, List<String>> literals = Map.of(
                "id.pendopo.ticketing.labels", List.of("telegram", "a telegram came"),
                "id.pendopo.channels.telegram", List.of("telegram"),
                "id.pendopo.knowledge.editor", List.of("sms"));

        assertThat(SourceRules.kindsNamedElsewhere(literals))
                .containsExactly("id.pendopo.ticketing.labels says \"telegram\"");
    }

    @Test
    void aCountryInJavaIsFound() {
        Map<String, List<String>> literals = Map.of(
                "id.pendopo.ticketing.calendar", List.of("Asia/Jakarta", "Europe is far", "1.12 seconds", "11.2"),
                "id.pendopo.channels.sms",
                        List.of("+62812", "+86282452253", "(?:\\+?62|0)\\d{7,12}", "26262", "https://x.example/112"),
                "id.pendopo.knowledge", List.of("\\d{16}", "\\d{10}|\\d{16}", "your NIK", "nikel", "ID", "id"),
                "id.pendopo.conversation.engine", List.of("Call 112 now", "1120", "a 110 b"),
                "id.pendopo.conversation.cli", List.of("+6281200001234"));

        assertThat(SourceRules.countriesNamed(literals))
                .containsExactly(
                        "id.pendopo.channels.sms says \"(?:\\+?62|0)\\d{7,12}\"",
                        "id.pendopo.channels.sms says \"+62812\"",
                        "id.pendopo.conversation.engine says \"Call 112 now\"",
                        "id.pendopo.conversation.engine says \"a 110 b\"",
                        "id.pendopo.knowledge says \"ID\"",
                        "id.pendopo.knowledge says \"\\d{16}\"",
                        "id.pendopo.knowledge says \"your NIK\"",
                        "id.pendopo.ticketing.calendar says \"Asia/Jakarta\"");
    }

    @Test
    void aDescriptionOfTwoSentencesIsFound() {
        assertThat(SourceRules.sentences("/** Keeps things. It begins at {@link a.b.C}. */ package a.b;"))
                .isEqualTo(2);
        assertThat(SourceRules.sentences("package a.b;")).isZero();
    }
}
