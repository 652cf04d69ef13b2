"""First names of many peoples, which tell that a name of unknown kind is a person's.

Most stand in `given_names.txt`, which says where they come from.
"""

from __future__ import annotations

from importlib import resources

__all__ = ["COMMON_WORDS_TOO", "GIVEN_NAMES", "MENS_NAMES", "WOMENS_NAMES"]

# Left out: names that are more often places, months or common words ("Victoria", "Chad", "Austin").
_ENGLISH = frozenset(  # English and Celtic
    """Aaron Abigail Adam Adrian Agnes Aidan Ailsa Alan Alasdair Alastair Albert Alec Alexander Alexandra Alexis
    Alfred Alice Alison Alistair Allan Allison Amanda Amber Amelia Amy Andrea Andrew Angela Angus Anita Ann Anna
    Anne Annie Anthony Antony Aoife Archibald Archie Arthur Ashley Audrey Barbara Barnaby Barry Beatrice Becky
    Belinda Benjamin Bernadette Bernard Bernice Beryl Bethany Betty Beverley Beverly Bill Billy Blake Bob Brad
    Bradley Brenda Brendan Brian Bridget Bronwen Bruce Bryan Bryn Callum Cameron Candice Carl Carla Carly Carmel
    Carol Caroline Carolyn Carys Catherine Cathy Cecil Cecilia Ceri Charlene Charles Charlie Charlotte Cheryl Chloe
    Chris Christina Christine Christopher Ciara Ciarán Claire Clara Clare Clarence Claudia Clifford Clive Colin
    Colleen Colm Connor Conor Corey Craig Cynthia Daisy Damian Damien Daniel Danielle Daphne Darren Dave David Dawn
    Dean Debbie Deborah Declan Deirdre Denise Dennis Derek Dermot Desmond Diana Diane Dominic Donald Donna Doreen
    Doris Dorothy Douglas Duncan Dylan Eamon Eamonn Edith Edmund Edna Edward Edwin Eileen Eilidh Elaine Eleanor
    Elizabeth Ellen Ellie Elsie Emily Emlyn Emma Eric Erica Erin Ernest Esther Ethel Eugene Eunice Eva Evan Evelyn
    Ewan Faye Felicity Fergal Fergus Finlay Fiona Flora Florence Frances Francis Frank Fred Frederick Freya Gareth
    Garry Gary Gavin Gemma Geoff Geoffrey George Georgia Georgina Gerald Geraldine Gerard Gillian Gladys Glen Glenda
    Glenn Gordon Graeme Graham Grainne Gregory Gráinne Gwen Gwyn Hamish Hannah Harold Harriet Harry Harvey Hayley
    Hazel Heather Heidi Helen Henrietta Henry Herbert Hilary Holly Howard Hugh Hugo Huw Iain Ian Ieuan Ifan Imogen
    Iona Irene Isaac Isabel Isabella Isla Ivan Ivor Ivy Jack Jackie Jacob Jacqueline Jake James Jamie Jane Janet
    Janice Jared Jasmine Jason Jean Jeff Jeffrey Jemma Jenna Jennifer Jenny Jeremiah Jeremy Jerry Jess Jesse Jessica
    Jill Jillian Jim Jimmy Joan Joanna Joanne Joe Joel John Johnny Jonathan Joseph Josephine Josh Joshua Joy Joyce
    Judith Judy Julia Julian Julie Juliet Justin Karen Kate Katherine Kathleen Kathryn Kathy Katie Katrina Kay Kayla
    Keith Kelly Kelvin Ken Kenneth Kerry Kevin Kieran Kim Kimberley Kimberly Kirsten Kirsty Kristen Kyle Lachlan
    Laura Lauren Lawrence Leanne Lee Leigh Leila Len Leo Leonard Lesley Leslie Lewis Liam Lillian Lily Linda Lindsay
    Lindsey Lisa Liz Lloyd Lorna Lorraine Louis Louise Lucas Lucille Lucinda Lucy Luke Lynda Lynette Lynn Lynne
    Mabel Maddison Madeleine Maeve Maggie Mairéad Malcolm Mandy Marcia Marcus Margaret Margery Marian Marianne
    Marilyn Marion Marjorie Mark Marlene Martha Martin Mary Mathew Matilda Matthew Maureen Maurice Max Maxine Megan
    Melanie Melissa Melvin Michael Michelle Mick Mike Mildred Millie Miranda Miriam Moira Molly Mona Morag Morgan
    Muriel Murray Myra Myrtle Nadine Nancy Naomi Natalie Natasha Nathan Neil Nell Nellie Neville Niall Niamh
    Nicholas Nick Nicola Nicole Nigel Nina Noel Nora Noreen Norma Norman Nuala Olive Oliver Olivia Olwen Orla Oscar
    Owen Paddy Pamela Pat Patricia Patrick Paul Paula Pauline Pearl Peggy Penelope Penny Percy Peter Petra Philip
    Philippa Phillip Phoebe Phyllis Polly Priscilla Pádraic Pádraig Rachael Rachel Ralph Raymond Rebecca Reg
    Reginald Rhian Rhiannon Rhona Rhys Richard Rick Rita Rob Robert Roberta Robin Robyn Roderick Rodney Roger Roisin
    Roland Ron Ronald Rory Rosalind Rosemary Rosie Ross Rowena Roy Ruby Rupert Russell Ruth Ryan Róisín Sally Sam
    Samantha Samuel Sandra Sara Sarah Scott Seamus Sean Sebastian Seán Shane Shannon Sharon Shaun Shauna Sheila
    Shelley Shirley Sian Sidney Simon Sinéad Siobhán Sioned Siân Sonia Sophia Sophie Stan Stanley Stella Stephanie
    Stephen Steve Steven Stewart Stuart Sue Susan Susannah Suzanne Sybil Sylvia Séamus Tamara Tamsin Tania Tara Ted
    Terence Teresa Terry Thelma Theodore Theresa Thomas Tim Timothy Tina Toby Todd Tom Tommy Tomos Toni Tony Tracey
    Tracy Trevor Trish Trudy Ursula Valerie Vanessa Vera Verity Vernon Veronica Vicki Vicky Vincent Viola Violet
    Vivian Vivien Walter Wanda Warren Wayne Wendy Wes Wesley Wilfred William Winifred Yvette Yvonne
    Zachary Zara Zoe""".split()
)
_EUROPEAN = frozenset(  # European
    """Agnieszka Agnès Aino Albrecht Aleksander Aleksandr Aleksandra Aleksei Alena Alessandra Alessandro Alessia
    Alexandre Alexei Alfonso Alicia Alina Amalia Amélie Ana Anastasia Anders Andreas Andrei Andrej Andrzej Andrés
    Anja Anke Anneke Anneli Annette Annika Anouk Antoine Anton Antonella Antonia Antonio António Arjen Arnaud Arne
    Arturo Astrid Aurélie Axel Barbora Bartosz Beata Beatriz Benoît Bernhard Bettina Birgit Birgitta Bjarne Björn
    Bogdan Boris Bożena Branko Bruno Camille Carina Carlos Carmen Carsten Catalina Chiara Christa Christiaan
    Christophe Claes Claude Claudio Claus Clément Cornelia Cristian Cristina Cédric Dagmar Damir Daniela Danilo
    Dariusz Davide Diego Dieter Dimitri Dimitris Dirk Dmitri Dmitry Dolores Dominique Dorota Dragan Dušan Eduardo
    Eero Egon Eirik Ekaterina Elena Eleni Elisabeth Elise Elke Emil Emilia Emilio Emmanuel Enrique Enzo Erik Erika
    Erkki Ernesto Esteban Eszter Fabien Fabio Fabrice Federico Felipe Fernanda Fernando Filip Florian Francesca
    Francesco Francisco Franck Franz François Françoise Friedrich Frédéric Gabriel Gabriela Galina Gaëlle Georgi
    Georgios Gerhard Giacomo Gianluca Giorgio Giovanni Giulia Giuseppe Gonzalo Goran Grażyna Greta Grzegorz
    Guillaume Guillermo Gunnar Gustav Gustavo Gábor Günther Halina Hanna Hanne Hans Harald Heike Heikki Heiko
    Heinrich Heinz Helga Helmut Henk Henrik Hermann Horst Håkan Hélène Ignacio Igor Ilse Imre Ines Inga Inge
    Ingeborg Ingrid Inka Inés Inês Ioana Irina Isabelle István Ivana Ivo Jacek Jacques Jaime Jakob Jakub Jan Jana
    Janina Janne Jannik Jarosław Javier Jelena Jens Jesper Jesús Jiří Joachim Joaquín Jochen Johan Johanna Johannes
    Joost Jorge Josef José João Juan Juha Jukka Jule Julien Juliette Jussi Justyna Jérôme Józef Jörg Jürgen Kaarina
    Kaja Karel Karim Karin Karina Karl Karsten Katarina Katarzyna Katerina Kateřina Katja Katrin Kirsi Kjell Klaus
    Konrad Konstantin Kristian Kristina Krystyna Krzysztof Lars Laszlo Laurence Laurent Leena Leif Lena Lennart
    Leopold Lieselotte Liselotte Lorenzo Luca Lucia Luciano Lucía Ludmila Luis Luisa Luiz Lukas Lukáš Lutz Luís
    László Maarten Maciej Magda Magdalena Magnus Maja Manfred Manuel Manuela Marc Marcel Marcela Marcelo Marcin
    Marco Marek Margarida Margarita Margit Margot Margrethe Marguerite Maria Mariana Marie Marieke Marija Marina
    Mario Marisol Mariusz Markus Marta Martina Martine María Mateo Mateusz Mathias Mathieu Mathilde Mats Matteo
    Matthias Matti Maurizio Mauro Maximilian Małgorzata Mechthild Mercedes Mette Michał Michel Michele Michèle
    Miguel Mihaela Mihai Mika Mikael Mikhail Mikko Milena Miloš Miroslav Monika Monique Nadia Natalia Nataša
    Nathalie Nenad Nicolas Nicolò Niels Nikola Nikolai Nikolaj Nikos Nils Noémie Nuno Odile Ola Olaf Ole Oleksandr
    Olena Olga Oliwia Ottavia Pablo Paolo Pascal Patrik Pavel Pavlo Paweł Pedro Pekka Per Petr Petteri Pierre Pietro
    Pilar Piotr Pirkko Rafael Rafał Raimund Rainer Ramón Raquel Rasmus Raúl Regina Reinhard Renata Renate Renaud
    René Renée Ricardo Riccardo Rikke Roberto Rodrigo Rolf Roman Rosa Rui Rüdiger Sabine Salvatore Sandrine Sanna
    Santiago Saskia Serge Sergei Sergey Sergio Siegfried Sigrid Silke Silvia Simona Simone Slobodan Snežana Sofia
    Sofie Solène Stanislav Stanisław Stefan Stefania Stefano Steffen Svein Sven Svetlana Sylvie Sébastien Søren
    Sławomir Tadeusz Tatiana Tereza Terhi Thierry Thorsten Tiago Timo Tomasz Tommaso Tomáš Torbjörn Tove Tuomas Ulf
    Ulrich Ulrike Uwe Vadim Valentina Valérie Vasile Vesna Viktor Viktoria Viktoriia Vincenzo Violeta Vladimir
    Volker Volodymyr Véronique Waltraud Werner Wiebke Wilhelm Willem Witold Wojciech Wolfgang Xavier Yannick Yelena
    Yuri Yves Zbigniew Zdeněk Zofia Zoran Zsófia Zuzana Álvaro Émile Željko
    Inès Eirlys Gethin Siôn Rhodri Morgana Sereana""".split()
)
_AFRICAN = frozenset(  # African
    """Abebe Abena Abimbola Abiodun Abiola Achieng Adaeze Adaora Ade Adebayo Adekunle Adeola Adetokunbo Adjoa Adwoa
    Afia Afua Aisha Aissatou Akin Akinyi Akosua Akua Alemayehu Alhaji Almaz Ama Amadou Amara Amina Aminata Amoako
    Anyango Apollo Asha Assefa Atieno Ato Awa Ayanda Ayo Ayodele Azeez Babajide Babatunde Bakary Barasa Bassey
    Bekele Berhane Binta Biruk Blessing Boitumelo Bongani Bongiwe Bukky Bukola Chebet Chege Cheikh Chelagat Chiamaka
    Chibuike Chibuzo Chidi Chidinma Chika Chikondi Chinedu Chinonso Chinwe Chioma Chipo Chisomo Chukwudi Chukwuemeka
    Dalitso Damilola Dawit Demba Desta Diallo Djibril Dumisani Ebele Ebere Ebo Efua Ejiro Ekow Emeka Emmanuella
    Enitan Esi Eyob Fadzai Faith Farai Fatima Fatou Fatoumata Femi Fikile Folake Folasade Funmi Funmilayo Genet
    Getachew Githinji Godfrey Goodluck Grace Haile Haji Hajia Halima Hamisi Hawa Hiwot Ibrahima Ifeanyi Ifeoma
    Ikechukwu Innocent Isatou Itumeleng Jabulani Jelani Juma Kagiso Kamau Kariuki Kebede Kelechi Kemi Kgosi Khadija
    Khadijah Khumbo Kibet Kipchoge Kiprono Kiprop Kofi Kojo Kudakwashe Kudzai Kunle Kwabena Kwaku Kwame Kwasi Kweku
    Lekan Lerato Lindiwe Loveness Lungile Lwazi Makena Malik Mallam Mamadou Mandla Mariam Mariama Mercy Meron Modou
    Mohau Moji Moses Mpho Mulenga Musa Mutinta Mwajuma Mwangi Mwansa Mzee Nafula Naledi Nana Nandi Neema Ngozi Njeri
    Nkechi Nkem Nkosana Nnamdi Nneka Nokuthula Nomsa Nomvula Nosipho Ntombi Nyambura Nyasha Obinna Ochieng Odhiambo
    Olabisi Oluchi Olufemi Olumide Oluwaseun Omolara Omotola Onyango Onyekachi Opeyemi Osagie Otieno Ousmane Palesa
    Patience Petronella Philemon Precious Refilwe Rotimi Ruvimbo Salif Samba Sanele Segun Sekou Selam Seun Sewa
    Sibongile Sibusiso Simbarashe Siphiwe Sipho Sizwe Sola Solomon Tadesse Tafadzwa Takudzwa Tapiwa Tariro Tatenda
    Temba Temitope Tendai Tersoo Thabo Thandeka Thandi Thandiwe Themba Thoko Thokozani Thulani Tinashe Titilayo
    Togbe Tolu Tomi Tsepo Tsitsi Tumelo Tunde Uche Uchenna Unathi Usman Victor Vusi Wafula Wairimu Wambui Wangari
    Wanjiku Wanjiru Wekesa Yaa Yared Yaw Yemi Yewande Yusuf Zainab Zandile Zanele Zodwa Zola
    Festus Boniface Josphat Peninah Zainabu Mwanaidi Josaphat Wilkister Ezekiel Elijah Ochola Rotich Nakabuye
    Adesoji Bakari Rehema Saida Wanjala Mutua Kioko Muthoni Nyokabi Wangui Akoth Adhiambo Auma Nekesa Simiyu
    Kipkemboi Cheptoo Jepkosgei Jelimo""".split()
)
_ASIAN = frozenset(  # Asian and Middle Eastern
    """Aarti Aasif Abbas Abdallah Abdul Abdulaziz Abdullah Abdulrahman Abhijit Abhishek Aditi Aditya Adnan Ahmad
    Ahmed Aigul Ainur Aisyah Ajay Ajit Akash Akbar Akhil Akhtar Akiko Akira Akshay Alia Alireza Aliya Amal Aman Amar
    Ambika Amir Amit Amitabh Amrit Amrita Anand Ananya Anil Anjali Anjana Ankit Ankita Anup Anupam Anuradha Anwar
    Aparna Aravind Arif Arjun Arun Aruna Arvind Asif Aslam Asma Assad Aung Ayaan Ayesha Ayşe Azhar Azizah Babar
    Bakyt Balbir Baldev Balwinder Bashir Batyr Bayarmaa Behrouz Bilal Bilquis Birgül Budi Cemal Chaitanya
    Chandra Chandrika Chen Chitra Choi Chun Cihan Dae Dalia Darius Dariush Deepa Deepak Deepika Deniz Dewi
    Dharmendra Dilip Dinara Dinesh Divya Durga Eiji Ekrem Elif Emine Emre Esra Fahad Faisal Faiz Farah Farhad Farhan
    Farid Farida Faridah Farzana Fatemeh Fatma Fauzia Fazal Feroz Firdaus Fumiko Ganesh Gaurav Gayatri Geeta Gita
    Gopal Govind Gulnara Gurbir Gurdeep Gurpreet Habib Hadi Hafiz Haider Hakan Hamid Hana Hanan Hardeep Hari Haris
    Harish Harpreet Haruki Hasan Hassan Hatice Hemant Hideo Hiroko Hiroshi Hiroyuki Hoang Huseyin Hussain Hussein
    Ibrahim Imran Indira Indra Iqbal Irfan Ismail Jamal Jamila Jasbir Jaspal Jaswinder Javed Jawad Jaya Jayanti
    Jayesh Jaz Jing Jitendra Jyoti Kabir Kailash Kalpana Kamal Kamala Kamran Karan Karthik Kaushik Kavita Kazuo
    Keiko Kemal Kenji Ketut Khalid Khalida Khurram Kiran Kishore Komal Krishna Krishnan Kuldeep Kunal Lakshmi Lalit
    Lata Latif Layla Leyla Li Lin Ling Linh Madhav Madhu Mahesh Mahmoud Mahmud Makoto Malala Mamta Manish Manisha
    Manjit Manoj Mansoor Mansour Mariko Maryam Masako Masood Meena Meera Mehdi Mehmet Mei Midori Mina Ming Minh
    Mohamed Mohammad Mohammed Mohan Mohit Muhammad Muhammed Mukesh Munir Murali Murat Mustafa Myint Nabil Nadeem
    Nagesh Naina Namrata Nandini Narayan Narendra Naresh Nargis Nasir Nasreen Nasser Naveed Naveen Navjot Nazir
    Neelam Neha Ngaire Nguyen Niaz Nikhil Nilesh Nimmi Niranjan Nirmala Nisha Nitin Nobuko Noor Nour Nur Nurul
    Nusrat Omar Osman Padma Pallavi Parag Param Parvati Parveen Pooja Prabhu Pradeep Prakash Pramod Pranab Prasad
    Prashant Pratap Pratima Praveen Preeti Prem Priya Priyanka Pushpa Putu Qasim Rabia Radha Rafiq Raghav Raghu
    Rahim Rahul Raj Rajan Rajeev Rajendra Rajesh Rajiv Raju Rakesh Ram Ramesh Rana Ranjan Ranjit Rasheed Rashid
    Rashmi Ravi Ravinder Ravindra Raza Razia Rehana Rekha Renu Reza Riaz Rina Rizwan Rohan Rohit Roopa Rukhsana Rupa
    Saad Sabina Sachin Sadia Saeed Safia Sahil Saima Sajid Sakura Salim Salma Salman Sameer Samir Samira Sana
    Sandeep Sanjay Sanjeev Santosh Sarita Satish Satoshi Savita Seema Selim Serkan Shabana Shabnam Shafiq Shahid
    Shaikh Shakeel Shankar Shanti Sharad Sharmila Shazia Shinji Shirin Shivani Shobha Shreya Shyam Siddharth Sima
    Siti Sneha Somchai Sonali Soo Srinivas Sudha Sudhir Suhail Sukhdeep Sukhwinder Suleiman Sultana Suman Sumit
    Sunil Sunita Suresh Surinder Surya Sushil Sushma Swati Syed Tadashi Tahir Takashi Takeshi Tanveer Tanvi Tariq
    Tarun Thanh Thi Thuy Tomoko Tsering Tuğba Uma Umar Usha Ushna Utkarsh Vandana Varun Vasant Veena Venkat
    Venkatesh Vidya Vijay Vikas Vikram Vimala Vinay Vinod Viraj Vishal Vivek Wafa Wahid Waqar Wayan Wei Xiao Yamini
    Yaser Yash Yasmeen Yasmin Yasser Ying Yogesh Yoko Yoshiko Yousef Youssef Yuki Yumi Zafar Zahid Zahra Zaid Zainal
    Zeenat Zeeshan Zehra Zeynep Zhang Zubair
    Raghuvir Jaywant Firoz Haruka Wenbin Pravin Balram Kaveri Lalitha Meenakshi Saraswati Shanta
    Sudarshan Thirumala Anbu Selvi Kannan Murugan""".split()
)
_PACIFIC = frozenset(  # Pacific, American and other
    """Adi Anahera Anaru Aniyah Apisai Aputi Aqpik Aroha Chaska Colby Colton Dale Dallas Darnell Darrell Darryl
    DeShawn Delbert Demetrius Dewey Duane Dwayne Dwight Earnest Ebony Elisapee Elmer Emmett Floyd Garrett Gilbert
    Grady Harlan Hemi Hine Hinemoa Homer Hone Imani Irma Irving Jarrod Jed Jedediah Jolene Josefa Kahu
    Kahurangi Kalani Keanu Keisha Kendra Kiri Kobe Kristin Kristy LaToya Lamar Latasha Latoya Laverne Leilani Leroy
    Lester Litia Lonnie Loretta Losa Lupe Luther Lyle Mack Malia Manaaki Marlon Marvin Maude Mele Mere Merle Milton
    Moana Myron Nalani Nettie Nikau Nizhoni Pania Randall Randy Rangi Ratu Rawiri Rhonda Rosalyn Roscoe Sefo Semisi
    Shaquille Shelby Sherri Sherry Sione Skylar Stacey Stacy Tama Tamati Tammy Tane Tanisha Tanner Tasha Tessa
    Tevita Thaddeus Travis Trayvon Tricia Tucker Tui Tyler Viliami Virgil Wallace Whetu Wikitoria Wilbur Wilma
    Winona Wiremu Woodrow""".split()
)


def _listed(file: str) -> frozenset[str]:
    text = resources.files("summariser.candidates").joinpath(file).read_text(encoding="utf-8")
    return frozenset(line for line in text.splitlines() if not line.startswith("#"))


GIVEN_NAMES = _ENGLISH | _EUROPEAN | _AFRICAN | _ASIAN | _PACIFIC | _listed("given_names.txt")
MENS_NAMES = _listed("given_names_male.txt")
WOMENS_NAMES = _listed("given_names_female.txt")

# Those of them that begin other names in capitals too: "Grace Period", "Mark Up".
COMMON_WORDS_TOO = frozenset(
    """Grace Faith Joy Mark Will Rose Patience Mercy Precious Blessing Pearl Ruby Dawn Heather Holly Ivy Daisy Lily
    Amber Violet Olive Hazel Frank Bill Rob Max Pat Dean Glen Dale Miles Sunny Angel Brook Lance Innocent Prosper Gift
    Peace Happiness Goodluck Iris Robin Jay Drew Rich Rusty Sandy Cherry Penny Peg Fay Rod Art""".split()
)
