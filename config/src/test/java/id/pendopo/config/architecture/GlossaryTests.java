package id.pendopo.config.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The glossary has what modules offer to each other, and nothing that is gone. */
class GlossaryTests {

    private static final Pattern ENTRY = Pattern.compile("(?m)^\\| `(\\w+)` \\| \\S");

    private final JavaClasses house = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("id.pendopo.ui", "id.pendopo.channels", "id.pendopo.ticketing", "id.pendopo.knowledge");

    @Test
    void hasEveryTypeThatAModuleOffers() throws IOException {
        Set<String> offered = house.stream()
                .filter(JavaClass::isTopLevelClass)
                .filter(type -> type.getModifiers().contains(JavaModifier.PUBLIC))
                .filter(type -> type.getPackageName().matches("id\\.pendopo\\.\\w+(\\.adapter)?"))
                .map(JavaClass::getSimpleName)
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(entries()).containsAll(offered);
    }

    @Test
    void namesNothingThatIsGone() throws IOException {
        Set<String> types = house.stream().map(JavaClass::getSimpleName).collect(Collectors.toSet());

        assertThat(types).containsAll(entries());
    }

    private static Set<String> entries() throws IOException {
        Set<String> entries = new TreeSet<>();
        Matcher entry = ENTRY.matcher(Files.readString(Path.of("../docs/glossary.md")));
        while (entry.find()) {
            entries.add(entry.group(1));
        }
        return entries;
    }
}
