package import ArgumentParser
package struct Preview: ParsableCommand { package init() {} }
package struct People: ParsableCommand { package init() {} }
