package id.pendopo.config.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The second level of the house: packages inside the modules. {@link PlantedBreachTests} shows that each rule bites. */
@AnalyzeClasses(packages = "id.pendopo", importOptions = DoNotIncludeTests.class)
class ArchitectureTests {

    @ArchTest
    static final ArchRule aRootPackageHasNoStereotype = PackageRules.aRootPackageHasNoStereotype();

    @ArchTest
    static final ArchRule aRootPackageUsesNothingBelow = PackageRules.aRootPackageUsesNothingBelow();

    @ArchTest
    static final ArchRule aPackageHasAtMostThirtyClasses = PackageRules.aPackageHasAtMost(30);

    @ArchTest
    static final ArchRule packagesAreFreeOfCircles = PackageRules.packagesAreFreeOfCircles();

    @ArchTest
    static final ArchRule noKnotOfMoreThanThree = PackageRules.noKnotOfMoreThan(3);

    @ArchTest
    static final ArchRule controllersNameNoTable = PackageRules.controllersNameNoTable();

    @ArchTest
    static void aTableIsNamedByOnePackage(JavaClasses house) {
        assertThat(SourceRules.namedByMoreThanOne(Sources.tables(), Sources.literalsByPackage()))
                .isEmpty();
    }

    @ArchTest
    static void noKindOfChannelIsNamedOutsideItsFolder(JavaClasses house) {
        assertThat(SourceRules.kindsNamedElsewhere(Sources.literalsByPackage())).isEmpty();
    }

    @ArchTest
    static void noCountryIsNamedInJava(JavaClasses house) {
        assertThat(SourceRules.countriesNamed(Sources.literalsByPackage()))
                .as("what a country brings stands in its pack")
                .isEmpty();
    }

    @ArchTest
    static void everyPackageSaysWhatItIsFor(JavaClasses house) {
        assertThat(Sources.packages())
                .allSatisfy((name, files) -> assertThat(SourceRules.sentences(files))
                        .as(name + ": purpose, entry type, what it must not know")
                        .isGreaterThanOrEqualTo(3));
    }
}
