package id.pendopo.config.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;

/** What a package may be, as rules that can be checked against any classes below {@code id.pendopo}. */
final class PackageRules {

    private static final DescribedPredicate<JavaClass> IN_A_ROOT = describe(
            "stand in a module's root package", type -> type.getPackageName().matches("id\\.pendopo\\.[a-z]+"));

    private static final DescribedPredicate<JavaClass> PUTS_TOGETHER =
            describe("put a module together", PackageRules::putsTogether);

    private PackageRules() {}

    /** A root package is a module's face; what Spring finds by itself stands below, but for one configuration. */
    static ArchRule aRootPackageHasNoStereotype() {
        return noClasses()
                .that(IN_A_ROOT)
                .and(describe("are no configuration", type -> !putsTogether(type)))
                .should()
                .beMetaAnnotatedWith(Component.class)
                .orShould()
                .beAnnotatedWith(Component.class);
    }

    /** The arrows point from the rooms to the face, never back. */
    static ArchRule aRootPackageUsesNothingBelow() {
        return noClasses()
                .that(IN_A_ROOT)
                .and(describe("put nothing together", type -> !putsTogether(type)))
                .should(new UseTheirOwnModuleBelow());
    }

    static ArchRule aPackageHasAtMost(int classes) {
        return classes()
                .that(describe("stand for themselves", JavaClass::isTopLevelClass))
                .should(new StandInAPackageOfAtMost(classes))
                .allowEmptyShould(true);
    }

    static ArchRule packagesAreFreeOfCircles() {
        return slices().assignedFrom(new OnePackageEach())
                .should()
                .beFreeOfCycles()
                .ignoreDependency(PUTS_TOGETHER, alwaysTrue());
    }

    static ArchRule noKnotOfMoreThan(int classes) {
        return classes().should(new BeInNoKnotOfMoreThan(classes));
    }

    /** A package with a controller is about pages or programs; tables are somebody else's. */
    static ArchRule controllersNameNoTable() {
        return noClasses()
                .that(describe("share a package with a controller", PackageRules::besideAController))
                .should()
                .dependOnClassesThat()
                .areAssignableTo(JdbcClient.class);
    }

    private static boolean putsTogether(JavaClass type) {
        return type.isMetaAnnotatedWith(Configuration.class) || type.isAnnotatedWith(Configuration.class);
    }

    private static boolean besideAController(JavaClass type) {
        JavaPackage room = type.getPackage();
        return room.getClasses().stream()
                .anyMatch(other ->
                        other.isMetaAnnotatedWith(Controller.class) || other.isAnnotatedWith(Controller.class));
    }

    static JavaClass outermost(JavaClass type) {
        return type.getEnclosingClass().map(PackageRules::outermost).orElse(type);
    }

    private static final class OnePackageEach implements SliceAssignment {

        @Override
        public SliceIdentifier getIdentifierOf(JavaClass type) {
            return resideInAPackage("id.pendopo..").test(type)
                    ? SliceIdentifier.of(type.getPackageName())
                    : SliceIdentifier.ignore();
        }

        @Override
        public String getDescription() {
            return "packages";
        }
    }

    private static final class UseTheirOwnModuleBelow extends ArchCondition<JavaClass> {

        UseTheirOwnModuleBelow() {
            super("use what lies below it");
        }

        @Override
        public void check(JavaClass type, ConditionEvents events) {
            for (Dependency use : type.getDirectDependenciesFromSelf()) {
                String target = use.getTargetClass().getPackageName();
                boolean below = target.startsWith(type.getPackageName() + ".");
                events.add(new SimpleConditionEvent(type, below, use.getDescription()));
            }
        }
    }

    private static final class StandInAPackageOfAtMost extends ArchCondition<JavaClass> {

        private final int most;
        private final Map<String, Integer> sizes = new HashMap<>();

        StandInAPackageOfAtMost(int most) {
            super("stand in a package of at most " + most + " classes");
            this.most = most;
        }

        @Override
        public void init(Collection<JavaClass> all) {
            all.stream()
                    .filter(type -> !type.getSimpleName().equals("package-info"))
                    .forEach(type -> sizes.merge(type.getPackageName(), 1, Integer::sum));
        }

        @Override
        public void check(JavaClass type, ConditionEvents events) {}

        @Override
        public void finish(ConditionEvents events) {
            sizes.forEach((name, size) ->
                    events.add(new SimpleConditionEvent(name, size <= most, name + " has " + size + " classes")));
            sizes.clear();
        }
    }

    /** A knot: classes of one package each of which reaches every other by what it uses. */
    private static final class BeInNoKnotOfMoreThan extends ArchCondition<JavaClass> {

        private final int most;
        private final Map<JavaClass, Set<JavaClass>> uses = new HashMap<>();

        BeInNoKnotOfMoreThan(int most) {
            super("be in no knot of more than " + most + " classes");
            this.most = most;
        }

        @Override
        public void check(JavaClass type, ConditionEvents events) {
            JavaClass self = outermost(type);
            Set<JavaClass> used = uses.computeIfAbsent(self, _ -> new HashSet<>());
            type.getDirectDependenciesFromSelf().stream()
                    .map(use -> outermost(use.getTargetClass()))
                    .filter(other ->
                            !other.equals(self) && other.getPackageName().equals(self.getPackageName()))
                    .forEach(used::add);
        }

        @Override
        public void finish(ConditionEvents events) {
            Map<JavaClass, Set<JavaClass>> reached = new HashMap<>();
            uses.keySet().forEach(type -> reached.put(type, reachedFrom(type)));
            Set<Set<String>> knots = reached.keySet().stream()
                    .map(type -> reached.get(type).stream()
                            .filter(other ->
                                    reached.getOrDefault(other, Set.of()).contains(type))
                            .map(JavaClass::getName)
                            .collect(Collectors.toCollection(TreeSet::new)))
                    .collect(Collectors.toSet());
            knots.forEach(knot -> events.add(new SimpleConditionEvent(knot, knot.size() <= most, "a knot of " + knot)));
            uses.clear();
        }

        private Set<JavaClass> reachedFrom(JavaClass start) {
            Set<JavaClass> reached = new HashSet<>();
            ArrayDeque<JavaClass> open = new ArrayDeque<>(Set.of(start));
            while (!open.isEmpty()) {
                uses.getOrDefault(open.pop(), Set.of()).stream()
                        .filter(reached::add)
                        .forEach(open::push);
            }
            return reached;
        }
    }
}
