/** How large the district is: counties of a city, towns of a county, villages of a town. */
export const sizes = { countiesPerCity: 10, townsPerCounty: 8, villagesPerTown: 5 } as const
