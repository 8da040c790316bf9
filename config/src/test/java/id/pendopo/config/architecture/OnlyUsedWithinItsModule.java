package id.pendopo.config.architecture;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;

/** A class below a module's root package is that module's own business. */
class OnlyUsedWithinItsModule extends ArchCondition<JavaClass> {

    OnlyUsedWithinItsModule() {
        super("only be used within their module");
    }

    @Override
    public void check(JavaClass type, ConditionEvents events) {
        for (Dependency use : type.getDirectDependenciesToSelf()) {
            boolean own = ModuleTests.moduleOf(use.getOriginClass()).equals(ModuleTests.moduleOf(type));
            if (!own) {
                events.add(SimpleConditionEvent.violated(type, use.getDescription()));
            }
        }
    }
}
