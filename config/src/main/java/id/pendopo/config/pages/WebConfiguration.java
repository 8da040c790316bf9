package id.pendopo.config.pages;

import id.pendopo.config.api.UnknownParameters;
import id.pendopo.ui.CountryPack;
import jakarta.servlet.DispatcherType;
import java.util.List;
import java.util.Locale;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.http.converter.HttpMessageConverters;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.i18n.CookieLocaleResolver;
import org.springframework.web.servlet.i18n.LocaleChangeInterceptor;

/** The languages of the pages, and what the web layer must not do. */
@Configuration(proxyBeanMethods = false)
class WebConfiguration implements WebMvcConfigurer {

    private final PageFrame frame;
    private final UnknownParameters parameters;

    WebConfiguration(PageFrame frame, UnknownParameters parameters) {
        this.frame = frame;
        this.parameters = parameters;
    }

    /** The first of the pack's languages of pages unless the visitor chose otherwise; the choice is kept for a year. */
    @Bean
    LocaleResolver localeResolver(CountryPack pack) {
        List<Locale> languages = pack.languages("pages");
        CookieLocaleResolver resolver = new CookieLocaleResolver("lang") {
            @Override
            public void setLocaleContext(
                    jakarta.servlet.http.HttpServletRequest request,
                    jakarta.servlet.http.@org.jspecify.annotations.Nullable HttpServletResponse response,
                    org.springframework.context.i18n.@org.jspecify.annotations.Nullable LocaleContext context) {
                if (context != null && languages.contains(context.getLocale())) {
                    super.setLocaleContext(request, response, context);
                }
            }
        };
        resolver.setDefaultLocale(languages.getFirst());
        resolver.setCookieMaxAge(java.time.Duration.ofDays(365));
        resolver.setCookieHttpOnly(true);
        resolver.setCookieSameSite("Lax");
        return resolver;
    }

    /** Around everything else, so that no filter asks for parameters that cannot be read. */
    @Bean
    static FilterRegistrationBean<UnreadableParametersFilter> unreadableParameters(UnreadableParametersFilter filter) {
        FilterRegistrationBean<UnreadableParametersFilter> first = new FilterRegistrationBean<>(filter);
        first.setOrder(Ordered.HIGHEST_PRECEDENCE + 1);
        first.setDispatcherTypes(DispatcherType.REQUEST, DispatcherType.ERROR);
        return first;
    }

    @Bean
    static UnreadableParametersFilter unreadableParametersFilter() {
        return new UnreadableParametersFilter();
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        LocaleChangeInterceptor language = new LocaleChangeInterceptor();
        language.setParamName("lang");
        language.setIgnoreInvalidLocale(true);
        registry.addInterceptor(language).excludePathPatterns("/webhooks/**", "/api/**");
        registry.addInterceptor(new ThemeInterceptor()).excludePathPatterns("/webhooks/**", "/api/**");
        registry.addInterceptor(parameters).addPathPatterns("/api/v1/**");
        registry.addInterceptor(frame).excludePathPatterns("/webhooks/**", "/api/**");
    }

    /** An XML mapper that came with a provider's library must not answer browsers in XML. */
    @Override
    public void configureMessageConverters(HttpMessageConverters.ServerBuilder builder) {
        builder.configureMessageConvertersList(converters ->
                converters.removeIf(c -> c.getClass().getSimpleName().contains("Xml")));
    }
}
