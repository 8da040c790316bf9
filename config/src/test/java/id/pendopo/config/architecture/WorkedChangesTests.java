package id.pendopo.config.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * The changes that the architecture's page tells newcomers about, made for once: all of them are applied to one scratch
 * copy of the modules that they touch.
 */
class WorkedChangesTests {

    private static List<WorkedChange> changes;
    private static ScratchHouse house;
    private static List<String> objections;

    @BeforeAll
    static void makeThemAll(@TempDir Path root) throws IOException, InterruptedException {
        changes = WorkedChange.all();
        house = new ScratchHouse(root);
        for (WorkedChange change : changes) {
            house.apply(change);
        }
        objections = house.compile();
    }

    @Test
    void compile() {
        assertThat(objections).isEmpty();
    }

    @TestFactory
    Stream<DynamicTest> touchNoFilesButThoseThatThePageNames() throws IOException {
        Map<String, ChangeRow> rows = ChangeRow.all();
        assertThat(rows.keySet())
                .containsExactlyInAnyOrderElementsOf(
                        changes.stream().map(WorkedChange::name).toList());
        return changes.stream()
                .map(change -> DynamicTest.dynamicTest(change.name(), () -> {
                    assertThat(WorkedChange.names(change.added()))
                            .as("new")
                            .isEqualTo(rows.get(change.name()).added());
                    assertThat(WorkedChange.names(change.changed()))
                            .as("changed")
                            .isEqualTo(rows.get(change.name()).changed());
                }));
    }

    @Test
    void breakNoRuleOfThePackagesAndModules() throws IllegalAccessException, IOException {
        JavaClasses changed = new ClassFileImporter()
                .withImportOption(place -> !place.contains("Tests"))
                .importLocations(house.everyClass());

        for (Class<?> rules : List.of(ArchitectureTests.class, ModuleTests.class)) {
            for (Field field : rules.getDeclaredFields()) {
                if (field.get(null) instanceof ArchRule rule) {
                    assertThat(rule.evaluate(changed).getFailureReport().getDetails())
                            .as(field.getName())
                            .isEmpty();
                }
            }
        }
    }

    @Test
    void breakNoRuleOfTheSources() {
        Map<String, List<String>> literals = Sources.literalsByPackage(house.root());

        assertThat(SourceRules.namedByMoreThanOne(Sources.tables(house.root()), literals))
                .isEmpty();
        assertThat(SourceRules.kindsNamedElsewhere(literals)).isEmpty();
        assertThat(SourceRules.countriesNamed(literals)).isEmpty();
        assertThat(Sources.packages(house.root()))
                .allSatisfy((name, files) ->
                        assertThat(SourceRules.sentences(files)).as(name).isGreaterThanOrEqualTo(3));
    }

    @TestFactory
    Stream<DynamicTest> doWhatTheirOwnTestsSay() throws Exception {
        ClassLoader loader = house.loader();
        List<DynamicTest> tests = new ArrayList<>();
        for (WorkedChange change : changes) {
            assertThat(change.tests()).as(change.name()).isNotEmpty();
            for (String type : change.tests()) {
                Class<?> tested = loader.loadClass(type);
                for (Method test : tested.getDeclaredMethods()) {
                    if (test.isAnnotationPresent(Test.class)) {
                        tests.add(DynamicTest.dynamicTest(
                                change.name() + ": " + test.getName(), () -> run(tested, test)));
                    }
                }
            }
        }
        return tests.stream();
    }

    private static void run(Class<?> tested, Method test) throws ReflectiveOperationException {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        // What is found by scanning, as the desk finds adapters, is to be found in the copy.
        thread.setContextClassLoader(tested.getClassLoader());
        try {
            Constructor<?> constructor = tested.getDeclaredConstructor();
            constructor.setAccessible(true);
            test.setAccessible(true);
            test.invoke(constructor.newInstance());
        } finally {
            thread.setContextClassLoader(before);
        }
    }
}
