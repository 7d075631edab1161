package org.chasqui.web;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.chasqui.platform.sample.PlatformThatDrawsPages;
import org.chasqui.sandbox.sample.SandboxThatKnowsUs;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The rules of the house (ARCHITECTURE.md), and the proof that breaking them is seen. */
class ModularityTest {
    /** Which modules each module may know. */
    private static final Map<String, Set<String>> MAY_KNOW = new TreeMap<>(Map.of(
            "platform", Set.of(),
            "sandbox", Set.of(),
            "messaging", Set.of("platform"),
            "templates", Set.of("platform", "messaging"),
            "campaigns", Set.of("platform", "messaging", "templates"),
            "analytics", Set.of("platform", "messaging"),
            "api", Set.of("platform", "messaging", "templates", "campaigns", "analytics"),
            // The sandbox ships in the same archive, but pages talk with it as a browser does.
            "web", Set.of("platform", "messaging", "templates", "campaigns", "analytics", "api")));

    /** module.component; the REST package of a component is an edge of its own, which nothing else may need. */
    private static final SliceAssignment COMPONENTS = new SliceAssignment() {
        @Override
        public SliceIdentifier getIdentifierOf(JavaClass type) {
            var parts = type.getPackageName().split("\\.");
            if (parts.length < 4) {
                return SliceIdentifier.ignore();
            }
            var isEdge = parts.length > 4 && parts[4].equals("rest");
            return isEdge ? SliceIdentifier.of(parts[2], parts[3], "rest") : SliceIdentifier.of(parts[2], parts[3]);
        }

        @Override
        public String getDescription() {
            return "components";
        }
    };

    private static JavaClasses product;

    @BeforeAll
    static void readTheProduct() {
        product = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("org.chasqui");
    }

    @Test
    void allModulesAreUnderTest() {
        var found = product.stream()
                .map(type -> type.getPackageName().split("\\.", 4)[2])
                .collect(Collectors.toSet());

        assertThat(found).isEqualTo(MAY_KNOW.keySet());
    }

    @Test
    void modulesKnowOnlyTheFloorsBelowThem() {
        MAY_KNOW.keySet().forEach(module -> direction(module).check(product));
    }

    @Test
    void componentsDoNotKnowEachOtherInACircle() {
        slices().assignedFrom(COMPONENTS).should().beFreeOfCycles().check(product);
    }

    @Test
    void pagesAreDrawnInTheWebappOnly() {
        pagesStayInWeb().check(product);
    }

    @Test
    void jmsStaysInJmsPackages() {
        jmsStaysInJms().check(product);
    }

    @Test
    void jaxRsStaysAtTheEdges() {
        noClasses()
                .that()
                .resideOutsideOfPackages(
                        "..rest..", "org.chasqui.api..", "org.chasqui.sandbox..", "org.chasqui.platform.graph..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("jakarta.ws.rs..")
                .check(product);
    }

    @Test
    void nothingAsksTheSystemForTimeIdsOrAConsole() {
        systemCalls().forEach(rule -> rule.check(product));
    }

    @Test
    void aForbiddenImportIsSeen() {
        var sample = new ClassFileImporter().importClasses(PlatformThatDrawsPages.class);

        assertThat(isBroken(pagesStayInWeb(), sample)).isTrue();
        assertThat(isBroken(jmsStaysInJms(), sample)).isTrue();
        assertThat(isBroken(direction("platform"), sample)).isTrue();
        assertThat(systemCalls().stream().filter(rule -> isBroken(rule, sample)))
                .hasSize(2);
    }

    @Test
    void aSandboxThatKnowsTheProductIsSeen() {
        var sample = new ClassFileImporter().importClasses(SandboxThatKnowsUs.class);

        assertThat(isBroken(direction("sandbox"), sample)).isTrue();
    }

    private static boolean isBroken(ArchRule rule, JavaClasses classes) {
        return rule.evaluate(classes).hasViolation();
    }

    private static ArchRule direction(String module) {
        var forbidden = MAY_KNOW.keySet().stream()
                .filter(other -> !other.equals(module) && !MAY_KNOW.get(module).contains(other))
                .map(other -> "org.chasqui." + other + "..")
                .toArray(String[]::new);
        return noClasses()
                .that()
                .resideInAPackage("org.chasqui." + module + "..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(forbidden)
                .allowEmptyShould(true);
    }

    private static ArchRule pagesStayInWeb() {
        return noClasses()
                .that()
                .resideOutsideOfPackage("org.chasqui.web..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("jakarta.faces..", "org.primefaces..", "org.omnifaces..");
    }

    private static ArchRule jmsStaysInJms() {
        return noClasses()
                .that()
                .resideOutsideOfPackage("..jms..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("jakarta.jms..");
    }

    private static List<ArchRule> systemCalls() {
        var rules = new ArrayList<ArchRule>();
        for (var type : List.of(Instant.class, LocalDate.class, LocalDateTime.class, ZonedDateTime.class)) {
            rules.add(noClasses().should().callMethod(type, "now").because("time comes from the injected Clock"));
        }
        rules.add(noClasses().should().callMethod(UUID.class, "randomUUID").because("ids come from Ids"));
        rules.add(noClasses()
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .because("the log is System.Logger"));
        rules.add(
                noClasses().should().dependOnClassesThat(new DescribedPredicate<JavaClass>("are of java.util.logging") {
                    @Override
                    public boolean test(JavaClass type) {
                        return type.getPackageName().startsWith("java.util.logging");
                    }
                }));
        return rules;
    }
}
