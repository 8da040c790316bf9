package id.pendopo.config.journeys;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.context.support.StaticWebApplicationContext;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** The routes of the house as Spring's own mapping reads them from the controllers on the class path; starts none of them. */
final class Routes {

    private Routes() {}

    /** The patterns that are answered to GET. */
    static List<String> got() {
        return mappings().stream()
                .filter(route -> methods(route).isEmpty() || methods(route).contains(RequestMethod.GET))
                .flatMap(route -> route.getPatternValues().stream())
                .distinct()
                .sorted(Comparator.naturalOrder())
                .toList();
    }

    private static Set<RequestMethod> methods(RequestMappingInfo route) {
        return route.getMethodsCondition().getMethods();
    }

    private static Set<RequestMappingInfo> mappings() {
        StaticWebApplicationContext context = new StaticWebApplicationContext();
        ClassPathScanningCandidateComponentProvider controllers =
                new ClassPathScanningCandidateComponentProvider(false);
        controllers.addIncludeFilter(new AnnotationTypeFilter(Controller.class));
        for (BeanDefinition found : controllers.findCandidateComponents("id.pendopo")) {
            if (!String.valueOf(found.getResourceDescription()).contains("test-classes")) {
                found.setLazyInit(true);
                context.registerBeanDefinition(String.valueOf(found.getBeanClassName()), found);
            }
        }
        RequestMappingHandlerMapping mapping = new RequestMappingHandlerMapping();
        mapping.setApplicationContext(context);
        mapping.afterPropertiesSet();
        return mapping.getHandlerMethods().keySet();
    }
}
